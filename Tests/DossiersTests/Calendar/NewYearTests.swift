import Dossiers
import TestSupport
import Testing

/// Tết of every year that the shipped calendar has, worked out by hand from the decrees.
struct NewYearTests {
  /// The feast of one year.
  struct Feast: Sendable, CustomTestStringConvertible {
    /// The last day worked before it.
    let last: String
    /// The first day that is off.
    let eve: String
    /// The first day worked after it.
    let first: String
    /// Where five working days end that are received on the working day before the last.
    let five: (received: String, end: String)
    let reason: String

    var testDescription: String { "\(first.prefix(4)), \(reason)" }
  }

  static let feasts = [
    Feast(
      last: "2017-01-25", eve: "2017-01-26", first: "2017-02-02", five: ("2017-01-24", "2017-02-07"),
      reason: "Thursday to Wednesday: Wed 25; Thu 2, Fri 3, Mon 6, Tue 7"),
    Feast(
      last: "2018-02-13", eve: "2018-02-14", first: "2018-02-21", five: ("2018-02-12", "2018-02-26"),
      reason: "Wednesday to Tuesday: Tue 13; Wed 21, Thu 22, Fri 23, Mon 26"),
    Feast(
      last: "2019-02-01", eve: "2019-02-04", first: "2019-02-11", five: ("2019-01-31", "2019-02-14"),
      reason: "Monday to Friday: Fri 1; Mon 11 to Thu 14"),
    Feast(
      last: "2020-01-22", eve: "2020-01-23", first: "2020-01-30", five: ("2020-01-21", "2020-02-04"),
      reason: "Thursday to Wednesday: Wed 22; Thu 30, Fri 31, Mon 3, Tue 4"),
    Feast(
      last: "2021-02-09", eve: "2021-02-10", first: "2021-02-17", five: ("2021-02-08", "2021-02-22"),
      reason: "Wednesday to Tuesday: Tue 9; Wed 17, Thu 18, Fri 19, Mon 22"),
    Feast(
      last: "2022-01-28", eve: "2022-01-31", first: "2022-02-07", five: ("2022-01-27", "2022-02-10"),
      reason: "Monday to Friday: Fri 28; Mon 7 to Thu 10"),
    Feast(
      last: "2023-01-19", eve: "2023-01-20", first: "2023-01-27", five: ("2023-01-18", "2023-02-01"),
      reason: "Friday to Thursday: Thu 19; Fri 27, Mon 30, Tue 31, Wed 1"),
    Feast(
      last: "2024-02-07", eve: "2024-02-08", first: "2024-02-15", five: ("2024-02-06", "2024-02-20"),
      reason: "Thursday to Wednesday: Wed 7; Thu 15, Fri 16, Mon 19, Tue 20"),
    Feast(
      last: "2025-01-24", eve: "2025-01-27", first: "2025-02-03", five: ("2025-01-23", "2025-02-06"),
      reason: "Monday to Saturday, then Sunday: Fri 24; Mon 3 to Thu 6"),
    Feast(
      last: "2026-02-13", eve: "2026-02-16", first: "2026-02-23", five: ("2026-02-12", "2026-02-26"),
      reason: "Monday to Friday: Fri 13; Mon 23 to Thu 26"),
    Feast(
      last: "2027-02-03", eve: "2027-02-04", first: "2027-02-11", five: ("2027-02-02", "2027-02-16"),
      reason: "Thursday to Wednesday, by an estimate: Wed 3; Thu 11, Fri 12, Mon 15, Tue 16"),
  ]

  private let calendar = ShippedCalendar.calendar

  @Test("the working day after the last before Tết is the first after it", arguments: feasts)
  func nextDay(_ feast: Feast) {
    #expect(end(of: .workingDays(1), "\(feast.last) 10:00") == feast.first)
    #expect(end(of: .workingDays(1), "\(feast.last) 23:59") == feast.first)
  }

  @Test("what is received in Tết has its first day after it", arguments: feasts)
  func received(_ feast: Feast) {
    #expect(end(of: .workingDays(1), "\(feast.eve) 08:00") == feast.first)
    #expect(end(of: .workingDays(0), "\(feast.eve) 08:00") == feast.first)
  }

  @Test("five working days pass over Tết", arguments: feasts)
  func fiveDays(_ feast: Feast) {
    #expect(end(of: .workingDays(5), "\(feast.five.received) 16:00") == feast.five.end)
  }

  @Test("three plain days end in Tết and roll on to the first day after it", arguments: feasts)
  func plainDays(_ feast: Feast) {
    #expect(end(of: .days(3), "\(feast.last) 10:00") == feast.first)
  }

  @Test("an hour before Tết and seven after it end at 16:30", arguments: feasts)
  func hours(_ feast: Feast) {
    let due = calendar.dueDate(from: instant("\(feast.last) 16:00"), .working(8)).due
    #expect(due == instant("\(feast.first) 16:30"))
  }

  @Test("a pause over the whole of Tết moves nothing", arguments: feasts)
  func pause(_ feast: Feast) {
    let pause = Pause(from: instant("\(feast.last) 17:00"), until: instant("\(feast.first) 07:30"))
    let days = calendar.dueDate(from: instant("\(feast.five.received) 16:00"), .workingDays(5), pauses: [pause])
    #expect(days.lastDay == day(feast.five.end))
    let hours = calendar.dueDate(from: instant("\(feast.last) 16:00"), .working(8), pauses: [pause])
    #expect(hours.due == instant("\(feast.first) 16:30"))
  }

  private func end(of allowance: Allowance, _ start: String) -> String? {
    calendar.dueDate(from: instant(start), allowance).lastDay?.description
  }
}
