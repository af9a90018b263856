import Dossiers
import Foundation
import TestSupport
import Testing

struct HorizonTests {
  /// Days off to the end of 2026, and an estimate of 2027.
  private static let calendar = calendar(estimated: [2027])

  private static func calendar(estimated: [Int]) -> WorkingCalendar {
    let off = CalendarDefinition.SpecialDay(isWorked: false, name: "Nghỉ", nameEn: "Day off")
    return WorkingCalendar(
      CalendarDefinition(
        hours: SampleRules.stateHours, specialDays: [day("2026-09-02"): off, day("2027-01-01"): off],
        estimatedYears: estimated))
  }

  @Test(
    "a due date in a year that is an estimate, or beyond the table, is provisional",
    arguments: [
      ("2026-12-30 10:00", Allowance.workingDays(1), false),
      ("2026-12-31 10:00", .workingDays(1), true),
      ("2026-12-31 23:59", .hours(seconds: 30), false),
      ("2026-12-31 23:59", .hours(seconds: 60), true),
      ("2027-06-01 10:00", .days(3), true),
      ("2030-06-01 10:00", .workingHours(seconds: 60), true),
    ])
  func provisional(_ start: String, _ allowance: Allowance, _ expected: Bool) {
    let due = Self.calendar.dueDate(from: instant(start), allowance)
    #expect(Self.calendar.isProvisional(due) == expected)
  }

  @Test("once the estimate is decreed, only what lies beyond the table is provisional")
  func decreed() {
    let calendar = Self.calendar(estimated: [])
    #expect(!calendar.isProvisional(DueDate(lastDay: day("2027-12-31"))))
    #expect(calendar.isProvisional(DueDate(lastDay: day("2028-01-01"))))
  }

  @Test("a year that is decreed behind an estimate leaves all that lies behind the estimate provisional")
  func behindEstimate() {
    let calendar = Self.calendar(estimated: [2026])
    #expect(!calendar.isProvisional(DueDate(lastDay: day("2025-12-31"))))
    #expect(calendar.isProvisional(DueDate(lastDay: day("2026-01-01"))))
    #expect(calendar.isProvisional(DueDate(lastDay: day("2027-06-01"))))
  }

  @Test("what is not due, or by a calendar without days off, is not provisional")
  func notProvisional() {
    #expect(!Self.calendar.isProvisional(DueDate(due: nil)))
    let plain = WorkingCalendar(CalendarDefinition(hours: SampleRules.stateHours))
    #expect(!plain.isProvisional(DueDate(lastDay: day("2050-01-01"))))
    #expect(plain.horizonWarning(now: instant("2050-01-01 00:00")) == nil)
  }

  @Test(
    "the end of what is decreed is warned of months ahead",
    arguments: [
      ("2026-10-02 23:59", false),  // 90 days on is 31 December, the last day that is decreed
      ("2026-10-03 00:00", true),
      ("2028-03-01 00:00", true),
    ])
  func warns(_ now: String, _ expected: Bool) {
    #expect((Self.calendar.horizonWarning(now: instant(now)) != nil) == expected)
  }

  @Test("a warning says to when days off are decreed, and to when they are an estimate")
  func says() throws {
    let warning = try #require(Self.calendar.horizonWarning(now: instant("2026-11-01 08:00")))
    #expect(
      warning.english == "days off are decreed to 2026-12-31 only, and to 2027-12-31 by an estimate; "
        + "due dates behind that are provisional")
    #expect(warning.since == day("2026-10-03"))
    #expect(Self.calendar.horizonWarning(now: instant("2026-11-01 08:00"), days: 0) == nil)
    let plain = try #require(Self.calendar(estimated: []).horizonWarning(now: instant("2027-11-01 08:00")))
    #expect(plain.english == "days off are decreed to 2027-12-31 only; due dates behind that are provisional")
    #expect(plain.vietnamese == "ngày nghỉ chỉ được biết chính thức đến ngày 31/12/2027; hạn sau ngày đó là tạm tính")
  }

  @Test("a calendar keeps its estimated years in JSON, and one recorded without them has none")
  func coding() throws {
    let calendar = Self.calendar.definition
    let bytes = try JSONEncoder().encode(calendar)
    #expect(try JSONDecoder().decode(CalendarDefinition.self, from: bytes) == calendar)
    let plain = Self.calendar(estimated: []).definition
    #expect(!String(decoding: try JSONEncoder().encode(plain), as: UTF8.self).contains("estimatedYears"))
    #expect(try JSONDecoder().decode(CalendarDefinition.self, from: JSONEncoder().encode(plain)) == plain)
  }
}
