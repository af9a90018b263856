import Dossiers
import TestSupport
import Testing

/// Days that a decree moved, in the shipped calendar of 2017 to 2027.
struct DecreedDayTests {
  private static let calendar = ShippedCalendar.calendar

  @Test(
    "a swapped Saturday is worked, and the day that it is worked for is off",
    arguments: [
      // Monday 31 December 2018 for Saturday 5 January 2019.
      DueCase("31 December off, then New Year", "2018-12-28 10:00", .workingDays(1), due: "2019-01-02"),
      DueCase("Wed 2, Thu 3, Fri 4, Sat 5", "2018-12-28 10:00", .workingDays(4), due: "2019-01-05"),
      DueCase("a day more is Monday 7", "2018-12-28 10:00", .workingDays(5), due: "2019-01-07"),
      DueCase("23:59 on a 31 December that is off", "2018-12-31 23:59", .workingDays(1), due: "2019-01-02"),
      // Monday 29 April 2019 for Saturday 4 May.
      DueCase("Mon 29, Tue 30 and Wed 1 off", "2019-04-26 10:00", .workingDays(1), due: "2019-05-02"),
      DueCase("Thu 2, Fri 3, Sat 4", "2019-04-26 10:00", .workingDays(3), due: "2019-05-04"),
      // Monday 29 April 2024 for Saturday 4 May.
      DueCase("Thu 2, Fri 3, Sat 4 again", "2024-04-26 10:00", .workingDays(3), due: "2024-05-04"),
      DueCase("plain days end on the Saturday worked", "2024-05-01 10:00", .days(3), due: "2024-05-04"),
      DueCase("plain days end on the Sunday after it", "2024-05-02 10:00", .days(3), due: "2024-05-06"),
      // Friday 2 May 2025 for Saturday 26 April.
      DueCase("worked before the day off", "2025-04-25 10:00", .workingDays(1), due: "2025-04-26"),
      DueCase("Wed 30, Thu 1, Fri 2 off", "2025-04-29 10:00", .workingDays(1), due: "2025-05-05"),
      // Friday 2 January 2026 for Saturday 10 January.
      DueCase("23:59 on 31 December, then four days off", "2025-12-31 23:59", .workingDays(1), due: "2026-01-05"),
      DueCase("Mon 5 to Fri 9, Sat 10", "2025-12-31 10:00", .workingDays(6), due: "2026-01-10"),
      DueCase("received on the swapped Friday", "2026-01-02 09:00", .workingDays(0), due: "2026-01-05"),
      DueCase("received on the worked Saturday", "2026-01-10 09:00", .workingDays(0), due: "2026-01-10"),
      DueCase("the day after the worked Saturday is Monday", "2026-01-10 09:00", .workingDays(1), due: "2026-01-12"),
      // Monday 31 August 2026 for Saturday 22 August.
      DueCase("worked nine days before", "2026-08-21 10:00", .workingDays(1), due: "2026-08-22"),
      DueCase("Mon 31, Tue 1, Wed 2 off", "2026-08-28 10:00", .workingDays(1), due: "2026-09-03"),
    ])
  func swapped(_ row: DueCase) { row.check(by: Self.calendar) }

  @Test(
    "a feast on a rest day is taken on the next working day",
    arguments: [
      DueCase("New Year 2017 on a Sunday", "2016-12-30 16:59", .workingDays(1), due: "2017-01-03"),
      DueCase("New Year 2022 on a Saturday, 23:59 before", "2021-12-31 23:59", .workingDays(1), due: "2022-01-04"),
      DueCase("New Year 2023 on a Sunday, 23:59 before", "2022-12-31 23:59", .workingDays(1), due: "2023-01-03"),
      DueCase("New Year 2020 on a Wednesday, 23:59 before", "2019-12-31 23:59", .workingDays(1), due: "2020-01-02"),
      DueCase("Sat 30 April and Sun 1 May 2022", "2022-04-29 10:00", .workingDays(1), due: "2022-05-04"),
      DueCase("three feasts from Sat 29 April 2023", "2023-04-28 10:00", .workingDays(1), due: "2023-05-04"),
      DueCase("Hùng Vương on Sunday 14 April 2019", "2019-04-12 10:00", .workingDays(1), due: "2019-04-16"),
      DueCase("Thu 2 and Fri 3 September 2021", "2021-09-01 10:00", .workingDays(1), due: "2021-09-06"),
      DueCase("Mon 2 and Tue 3 September 2024", "2024-08-30 10:00", .workingDays(1), due: "2024-09-04"),
      DueCase("the first minute of the year", "2026-01-01 00:00", .workingDays(1), due: "2026-01-05"),
      DueCase("Hùng Vương on Sunday 26 April 2026", "2026-04-24 10:00", .workingDays(1), due: "2026-04-28"),
      DueCase("30 April and 1 May before a weekend", "2026-04-29 10:00", .workingDays(1), due: "2026-05-04"),
      DueCase("Vietnam Culture Day is new in 2026", "2026-11-23 10:00", .workingDays(1), due: "2026-11-25"),
      DueCase("plain days to Hùng Vương's Sunday 2026", "2026-04-23 10:00", .days(3), due: "2026-04-28"),
      DueCase("an hour at 23:59 on 31 December", "2025-12-31 23:59", .working(1), due: "2026-01-05 08:30"),
      DueCase("in the lunch break before a feast", "2026-04-29 12:00", .working(4), due: "2026-05-04 08:00"),
      DueCase("used up exactly as the feast begins", "2026-04-29 13:30", .working(3, 30), due: "2026-04-29 17:00"),
    ])
  func observed(_ row: DueCase) { row.check(by: Self.calendar) }

  @Test("a swap announced later moves what it concerns, by the calendar of its time and of now")
  func announcedLater() {
    let swap = ["2026-01-02", "2026-01-10"]
    let before = WorkingCalendar(
      SampleRules.definition(off: SampleRules.daysOff.filter { !swap.contains($0) }, worked: ["2026-08-22"]))
    let now = SampleRules.calendar
    // Received on Wednesday 31 December; Friday 2 January was a working day until the swap was announced.
    let start = instant("2025-12-31 10:00")
    for (count, was, becomes) in [(1, "2026-01-02", "2026-01-05"), (6, "2026-01-09", "2026-01-10")] {
      #expect(before.dueDate(from: start, .workingDays(count)).lastDay == day(was))
      #expect(now.dueDate(from: start, .workingDays(count)).lastDay == day(becomes))
    }
    // From seven days on the two calendars agree again: Saturday 10 stands in for Friday 2.
    #expect(before.dueDate(from: start, .workingDays(7)).lastDay == day("2026-01-12"))
    #expect(now.dueDate(from: start, .workingDays(7)).lastDay == day("2026-01-12"))
  }
}
