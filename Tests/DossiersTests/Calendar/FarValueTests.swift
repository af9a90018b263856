import Dossiers
import TestSupport
import Testing

struct FarValueTests {
  private let calendar = SampleRules.calendar
  private let starts: [Instant] = [
    .distantPast, .distantFuture, instant("2026-03-02 12:00"), Instant(microseconds: .min), Instant(microseconds: .max),
  ]

  @Test(
    "no allowance, however absurd, stops the count",
    arguments: [
      Allowance.workingDays(millionths: .max), .workingDays(millionths: .min), .days(millionths: .max),
      .days(millionths: .min), .workingHours(seconds: .max), .workingHours(seconds: .min), .hours(seconds: .max),
      .hours(seconds: .min), .workingDays(.max), .days(.min),
    ])
  func absurdAllowances(_ allowance: Allowance) {
    for start in starts {
      _ = calendar.dueDate(from: start, allowance)
      _ = calendar.dueDate(from: start, allowance, pauses: [Pause(from: .distantPast, until: .distantFuture)])
      _ = calendar.dueDate(from: start, allowance, pauses: [Pause(from: start, until: start.advanced(by: .days(9)))])
    }
  }

  @Test("a term never ends before it starts", arguments: [Allowance.hours(seconds: -5), .workingHours(seconds: -5)])
  func negativeTime(_ allowance: Allowance) {
    let start = instant("2026-03-02 12:00")
    #expect(calendar.dueDate(from: start, allowance).due == start)
  }

  @Test("a day worked in place of another counts for nothing where no weekday has hours")
  func workedWithoutHours() {
    let worked = CalendarDefinition.SpecialDay(isWorked: true, name: "", nameEn: "")
    let calendar = WorkingCalendar(
      CalendarDefinition(hours: OpeningHours(weekdays: []), specialDays: [day("2026-01-10"): worked]))
    #expect(!calendar.isWorkingDay(day("2026-01-10")))
  }

  @Test("a pause to the end of time leaves nothing due", .timeLimit(.minutes(1)))
  func endlessPause() {
    for until in [Instant.distantFuture, Instant(microseconds: .max)] {
      let due = calendar.dueDate(
        from: instant("2026-03-02 12:00"), .workingDays(5),
        pauses: [Pause(from: instant("2026-03-04 12:00"), until: until)])
      #expect(due.due.map { $0 > instant("9999-01-01 00:00") } ?? true)
    }
  }

  @Test("far counts of working days find none instead of failing")
  func farCounts() {
    for count in [Int.max, Int.min] {
      for date in [LocalDate(day: .min), LocalDate(day: .max), day("2026-03-02")] {
        #expect(calendar.workingDay(count, after: date) == nil)
      }
    }
    #expect(calendar.workingDay(-1, after: LocalDate(day: .min)) == nil)
  }

  @Test("an office that never opens has nothing due")
  func neverOpen() {
    let closed = WorkingCalendar(CalendarDefinition(hours: OpeningHours(weekdays: [])))
    let start = instant("2026-03-02 12:00")
    for allowance: Allowance in [.workingDays(1), .workingDays(0), .days(1), .workingHours(seconds: 1)] {
      #expect(closed.dueDate(from: start, allowance).due == nil)
    }
    #expect(closed.schedule(of: nil).opening(atOrAfter: start) == nil)
    #expect(closed.opening(on: day("2026-03-02")) == nil)
  }
}
