import Dossiers
import Foundation

/// Calendars for trials, which hold on every day of the week and of the year.
enum TrialCalendar {
  /// The files of a calendar whose offices are open every day from `opening` on, for an hour or until midnight.
  static func files(opening: Instant) throws -> [String: String] {
    let second = second(of: opening)
    return try files(hours: "\(time(of: second))-\(time(of: min(second + 3600, 86_400)))")
  }

  /// The files of a calendar whose offices never close.
  static func alwaysOpen() throws -> [String: String] { try files(hours: "00:00-24:00") }

  /// The time of day at `instant`, to the second.
  static func time(of instant: Instant) -> String { time(of: second(of: instant)) }

  private static func files(hours: String) throws -> [String: String] {
    let today = LocalDate(AlertTrial.now)
    // Whatever day it is, it is none of the days off, nor near one.
    let nearby = "\(today.adding(-30))"..."\(today.adding(30))"
    let shipped = try String(contentsOf: Built.root.appending(path: "config/calendar/holidays.csv"), encoding: .utf8)
    let daysOff = shipped.split(separator: "\n").filter { !nearby.contains(String($0.prefix(10))) }
    return [
      "calendar/dien-bien.yaml": "hours: { monday-sunday: [\"\(hours)\"] }\ndays-off: holidays.csv\n",
      "calendar/holidays.csv": daysOff.joined(separator: "\n") + "\n",
    ]
  }

  private static func second(of instant: Instant) -> Int { Int(instant.since(LocalDate(instant).start).seconds) }

  private static func time(of second: Int) -> String {
    [second / 3600, second / 60 % 60, second % 60].map { ($0 < 10 ? "0" : "") + "\($0)" }.joined(separator: ":")
  }
}
