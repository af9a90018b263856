import Dossiers
import Foundation
import TestSupport

/// The days off that are shipped, of 2017 to 2027, with the state's hours.
enum ShippedCalendar {
  /// Counts with all of them.
  static let calendar = WorkingCalendar(
    CalendarDefinition(hours: SampleRules.stateHours, specialDays: specialDays, estimatedYears: [2027]))

  private static let specialDays: [LocalDate: CalendarDefinition.SpecialDay] = {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "../../../config/calendar/holidays.csv")
    guard let text = try? String(contentsOf: path, encoding: .utf8) else { preconditionFailure("no \(path.path)") }
    var days: [LocalDate: CalendarDefinition.SpecialDay] = [:]
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: ",").map(String.init)
      guard let date = fields.first.flatMap(LocalDate.init), fields.count == 4 else { continue }
      days[date] = .init(isWorked: fields[1] == "working-day", name: fields[2], nameEn: fields[3])
    }
    return days
  }()
}
