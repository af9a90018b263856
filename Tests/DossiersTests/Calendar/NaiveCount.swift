import Dossiers
import TestSupport

/// Slow counts, minute by minute from the definition alone, to hold the quick ones against.
extension RandomCalendar {
  /// The end of the last of `minutes` open minutes from `start` on that lie in no pause; nil where a pause has no end
  /// and is reached first.
  func counted(_ minutes: Int, from start: Instant, pauses: [Pause]) -> Instant? {
    var date = LocalDate(start)
    var left = minutes
    let endless = pauses.filter { $0.until == nil }.map(\.from).min()
    while true {
      for stretch in hours(on: date) {
        for second in stride(from: stretch.from, to: stretch.until, by: 60) {
          let minute = date.at(secondOfDay: second)
          if minute < start || pauses.holds(minute) { continue }
          left -= 1
          if left == 0 { return minute.advanced(by: .minutes(1)) }
        }
      }
      date = date.adding(1)
      if let endless, endless < date.start { return nil }
    }
  }

  /// The last day of `count` working days from the day after `start` on, with each day worth what a pause leaves of it;
  /// nil where a pause has no end and is reached first.
  func lastDay(_ count: Int, from start: Instant, pauses: [Pause]) -> LocalDate? {
    var date = LocalDate(start)
    var left = Int64(count) * 1_000_000
    let endless = pauses.filter { $0.until == nil }.map(\.from).min()
    while true {
      date = date.adding(1)
      if let endless, endless <= date.start { return nil }
      guard isWorked(date) else { continue }
      left -= 1_000_000 - lost(on: date, to: pauses)
      if left <= 0 { return date }
    }
  }

  /// Millionths of the working day `date` that lie in a pause, rounded down.
  private func lost(on date: LocalDate, to pauses: [Pause]) -> Int64 {
    let isTouched = pauses.contains { pause in
      pause.from < date.end && pause.until.map { date.start < $0 } ?? true
    }
    guard isTouched else { return 0 }
    var (open, paused): (Int64, Int64) = (0, 0)
    for stretch in stateHours(on: date) {
      for second in stride(from: stretch.from, to: stretch.until, by: 60) {
        open += 1
        if pauses.holds(date.at(secondOfDay: second)) { paused += 1 }
      }
    }
    return paused * 1_000_000 / open
  }
}

extension [Pause] {
  /// Whether the minute from `instant` on lies in one of them.
  fileprivate func holds(_ instant: Instant) -> Bool {
    contains { $0.from <= instant && $0.until.map { instant < $0 } ?? true }
  }
}
