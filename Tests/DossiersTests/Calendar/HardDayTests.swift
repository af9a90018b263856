import Dossiers
import TestSupport
import Testing

/// Where a term begins and ends by day and hour; ``DecreedDayTests`` has the days off.
struct HardDayTests {
  @Test(
    "a term in working days ends on its last day",
    arguments: [
      DueCase("five days from a Monday at 16:00", "2026-03-02 16:00", .workingDays(5), due: "2026-03-09"),
      DueCase(
        "the day of receipt is not counted, even at 00:00", "2026-03-03 00:00", .workingDays(1), due: "2026-03-04"),
      DueCase(
        "a microsecond before midnight is still the day before", "2026-03-02T23:59:59.999999+07:00", .workingDays(1),
        due: "2026-03-03"),
      DueCase(
        "an evening in UTC is the next day in Vietnam", "2026-03-02T17:30:00Z", .workingDays(1), due: "2026-03-04"),
      DueCase("accepted on a Sunday", "2026-03-01 10:00", .workingDays(1), due: "2026-03-02"),
      DueCase("the same day", "2026-03-02 10:00", .workingDays(0), due: "2026-03-02"),
      DueCase("no days on a Saturday roll on", "2026-03-07 10:00", .workingDays(0), due: "2026-03-09"),
      DueCase(
        "an agency open on Saturday counts the state's days", "2026-03-06 10:00", .workingDays(1), agency: "H18.107",
        due: "2026-03-09"),
    ])
  func workingDays(_ row: DueCase) { row.check() }

  @Test(
    "a term in plain days counts all days, and its last one rolls on",
    arguments: [
      DueCase("ten days", "2026-03-02 10:00", .days(10), due: "2026-03-12"),
      DueCase("a last day on Saturday rolls on to Monday", "2026-03-02 10:00", .days(5), due: "2026-03-09"),
      DueCase("a last day on a worked Saturday stays", "2026-01-05 10:00", .days(5), due: "2026-01-10"),
      DueCase("a last day in Tết rolls on past it", "2026-02-13 10:00", .days(3), due: "2026-02-23"),
      DueCase("holidays inside are counted", "2026-02-13 10:00", .days(11), due: "2026-02-24"),
      DueCase("no days on a Sunday", "2026-03-01 10:00", .days(0), due: "2026-03-02"),
    ])
  func plainDays(_ row: DueCase) { row.check() }

  @Test(
    "a term in working hours starts at once and ends inside opening hours",
    arguments: [
      DueCase("used up exactly at 11:30", "2026-03-02 07:30", .working(4), due: "2026-03-02 11:30"),
      DueCase(
        "a second more falls after lunch", "2026-03-02 07:30", .working(4, 0, 1), due: "2026-03-02T13:30:01+07:00"),
      DueCase("used up exactly at 17:00", "2026-03-02 07:30", .working(7, 30), due: "2026-03-02 17:00"),
      DueCase("accepted in the lunch break", "2026-03-02 12:00", .working(1), due: "2026-03-02 14:30"),
      DueCase("accepted before opening", "2026-03-02 05:00", .working(1), due: "2026-03-02 08:30"),
      DueCase("accepted at closing time", "2026-03-02 17:00", .working(1), due: "2026-03-03 08:30"),
      DueCase("over a weekend", "2026-03-06 16:30", .working(1), due: "2026-03-09 08:00"),
      DueCase("into a worked Saturday", "2026-01-09 16:30", .working(1), due: "2026-01-10 08:00"),
      DueCase(
        "an agency open on Saturday morning", "2026-03-06 16:30", .working(1), agency: "H18.107",
        due: "2026-03-07 08:00"),
      DueCase(
        "a worked Saturday has a weekday's hours there too", "2026-01-10 07:30", .working(7), agency: "H18.107",
        due: "2026-01-10 16:30"),
      DueCase("no time at all is due at once", "2026-03-02 12:00", .working(0), due: "2026-03-02 12:00"),
      DueCase("plain hours run through a Sunday", "2026-02-28 08:00", .hours(seconds: 86_400), due: "2026-03-01 08:00"),
    ])
  func hours(_ row: DueCase) { row.check() }
}
