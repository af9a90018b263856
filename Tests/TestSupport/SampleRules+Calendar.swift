public import Dossiers

extension SampleRules {
  /// The calendar of 2026, with agency H18.107 also open on Saturday morning.
  public static let calendar = WorkingCalendar(calendarDefinition)

  /// What `calendar` is made from.
  public static let calendarDefinition = definition(off: daysOff, worked: ["2026-01-10", "2026-08-22"])

  /// The state's hours, with these days off and these Saturdays worked.
  public static func definition(off: [String], worked: [String]) -> CalendarDefinition {
    var special: [LocalDate: CalendarDefinition.SpecialDay] = [:]
    for date in off { special[day(date)] = .init(isWorked: false, name: "Nghỉ", nameEn: "Day off") }
    for date in worked { special[day(date)] = .init(isWorked: true, name: "Làm bù", nameEn: "Working day") }
    return CalendarDefinition(
      hours: stateHours, agencyHours: [code("H18.107"): saturdayHours], specialDays: special)
  }

  /// The days off of 2026: Tết, Hùng Vương, National Day and the others, those swapped among them.
  public static let daysOff = [
    "2026-01-01", "2026-01-02", "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20", "2026-04-26",
    "2026-04-27", "2026-04-30", "2026-05-01", "2026-08-31", "2026-09-01", "2026-09-02", "2026-11-24",
  ]

  /// Monday to Friday, 07:30–11:30 and 13:30–17:00.
  public static let stateHours = OpeningHours(weekdays: Array(repeating: [morning, afternoon], count: 5))

  /// The same, and Saturday morning.
  public static let saturdayHours = OpeningHours(
    weekdays: Array(repeating: [morning, afternoon], count: 5) + [[morning]])

  private static let morning = stretch(from: 7 * 3600 + 1800, until: 11 * 3600 + 1800)
  private static let afternoon = stretch(from: 13 * 3600 + 1800, until: 17 * 3600)

  /// The stretch between two seconds of a day.
  public static func stretch(from: Int, until: Int) -> OpeningHours.Stretch {
    guard let stretch = OpeningHours.Stretch(from: from, until: until) else {
      preconditionFailure("\(from)..<\(until) is no stretch of a day")
    }
    return stretch
  }
}
