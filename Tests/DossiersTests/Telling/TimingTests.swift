import Dossiers
import TestSupport
import Testing

struct TimingTests {
  private static let hours: [String: Int] = ["06:00": 21_600, "08:00": 28_800, "12:00": 43_200, "20:00": 72_000]

  private func quiet(_ from: String, _ until: String) throws -> Timing.Quiet {
    let seconds = { (time: String) in TimingTests.hours[time] ?? -1 }
    return try #require(Timing.Quiet(from: seconds(from), until: seconds(until)))
  }

  @Test(
    "a mail that waits for opening hours leaves in them, over nights, weekends and holidays",
    arguments: [
      ("2026-03-06 19:00", "2026-03-09 07:30"), ("2026-03-06 08:00", "2026-03-06 08:00"),
      ("2026-03-06 12:00", "2026-03-06 13:30"), ("2026-03-06 17:00", "2026-03-09 07:30"),
      ("2026-02-13 18:00", "2026-02-23 07:30"), ("2026-01-09 18:00", "2026-01-10 07:30"),
    ])
  func opening(_ ready: String, _ leaves: String) {
    let schedule = SampleRules.calendar.schedule(of: nil)
    #expect(Timing().leaves(atOrAfter: instant(ready), opening: schedule) == instant(leaves))
    #expect(Timing(hours: .any).leaves(atOrAfter: instant(ready), opening: schedule) == instant(ready))
  }

  @Test("an agency with hours of its own is mailed in those")
  func ownHours() {
    let schedule = SampleRules.calendar.schedule(of: code("H18.107"))
    #expect(
      Timing().leaves(atOrAfter: instant("2026-03-06 19:00"), opening: schedule) == instant("2026-03-07 07:30"))
  }

  @Test(
    "no mail leaves in a quiet stretch, also over midnight, and it leaves at the stretch's end",
    arguments: [
      ("2026-03-06 19:59", "2026-03-06 19:59"), ("2026-03-06 20:00", "2026-03-07 06:00"),
      ("2026-03-06 23:30", "2026-03-07 06:00"), ("2026-03-07 00:00", "2026-03-07 06:00"),
      ("2026-03-07 05:59", "2026-03-07 06:00"), ("2026-03-07 06:00", "2026-03-07 06:00"),
    ])
  func night(_ ready: String, _ leaves: String) throws {
    let timing = Timing(hours: .any, quiet: try quiet("20:00", "06:00"))
    let schedule = SampleRules.calendar.schedule(of: nil)
    #expect(timing.leaves(atOrAfter: instant(ready), opening: schedule) == instant(leaves))
  }

  @Test(
    "a quiet stretch and opening hours hold together",
    arguments: [
      ("2026-03-05 19:00", "2026-03-06 08:00"), ("2026-03-06 07:30", "2026-03-06 08:00"),
      ("2026-03-06 11:00", "2026-03-06 11:00"), ("2026-03-06 19:00", "2026-03-09 08:00"),
    ])
  func quietMorning(_ ready: String, _ leaves: String) throws {
    let timing = Timing(quiet: try quiet("06:00", "08:00"))
    let schedule = SampleRules.calendar.schedule(of: nil)
    #expect(timing.leaves(atOrAfter: instant(ready), opening: schedule) == instant(leaves))
  }

  @Test("a mail that could never leave leaves at once: it is not lost")
  func never() throws {
    let ready = instant("2026-03-06 19:00")
    let closed = WorkingCalendar(
      CalendarDefinition(hours: OpeningHours(weekdays: []), agencyHours: [:], specialDays: [:]))
    #expect(Timing().leaves(atOrAfter: ready, opening: closed.schedule(of: nil)) == ready)
    let timing = Timing(quiet: Timing.Quiet(from: 25_200, until: 64_800))
    #expect(timing.leaves(atOrAfter: ready, opening: SampleRules.calendar.schedule(of: nil)) == ready)
  }

  @Test("a stretch is part of a day and not empty")
  func stretches() {
    #expect(Timing.Quiet(from: 0, until: 0) == nil)
    #expect(Timing.Quiet(from: -1, until: 5) == nil)
    #expect(Timing.Quiet(from: 5, until: 86_400) == nil)
  }

  @Test("what still stands is told again, but for a warning, which has points of its own")
  func repeating() {
    let timing = Timing(repeatInterval: .hours(24))
    #expect(timing.repeatInterval(of: "breach") == .hours(24) && timing.repeatInterval(of: "lost") == .hours(24))
    #expect(timing.repeatInterval(of: "warning") == nil)
    #expect(Timing().repeatInterval(of: "breach") == nil)
  }
}
