import Dossiers
import TestSupport
import Testing

struct OpeningTests {
  @Test(
    "the next opening is now inside the hours, and the next stretch outside",
    arguments: [
      ("2026-03-02 08:00", "2026-03-02 08:00"), ("2026-03-02 05:00", "2026-03-02 07:30"),
      ("2026-03-02 11:30", "2026-03-02 13:30"), ("2026-03-02 17:00", "2026-03-03 07:30"),
      ("2026-02-13 17:00", "2026-02-23 07:30"), ("2026-01-09 20:00", "2026-01-10 07:30"),
    ])
  func nextOpening(_ now: String, _ opening: String) {
    let schedule = SampleRules.calendar.schedule(of: nil)
    #expect(schedule.opening(atOrAfter: instant(now)) == instant(opening))
  }

  @Test("stretches that overlap or touch are joined, and missing weekdays are off")
  func joinsStretches() {
    let hours = OpeningHours(weekdays: [
      [
        SampleRules.stretch(from: 300, until: 400), SampleRules.stretch(from: 100, until: 200),
        SampleRules.stretch(from: 200, until: 310),
      ]
    ])
    #expect(hours.weekdays == [[SampleRules.stretch(from: 100, until: 400)], [], [], [], [], [], []])
  }

  @Test("an empty stretch, or one that leaves the day, is none")
  func checksStretches() {
    #expect(OpeningHours.Stretch(from: 10, until: 10) == nil)
    #expect(OpeningHours.Stretch(from: -1, until: 10) == nil)
    #expect(OpeningHours.Stretch(from: 10, until: 86_401) == nil)
  }

  @Test("the calendar knows its holidays to the end of their last year")
  func horizon() {
    #expect(SampleRules.calendarDefinition.knownUntil == day("2026-12-31"))
    #expect(CalendarDefinition(hours: SampleRules.stateHours).knownUntil == nil)
  }

  @Test("pauses that overlap or touch are one, and empty ones fall out")
  func mergesPauses() {
    let pause = { (from: String, until: String?) in Pause(from: instant(from), until: until.map { instant($0) }) }
    let merged = Pause.merged([
      pause("2026-03-04 08:00", "2026-03-04 10:00"), pause("2026-03-02 08:00", "2026-03-02 10:00"),
      pause("2026-03-02 10:00", "2026-03-02 11:00"), pause("2026-03-03 08:00", "2026-03-03 08:00"),
      pause("2026-03-04 09:00", nil), pause("2026-03-05 09:00", "2026-03-06 09:00"),
    ])
    #expect(merged == [pause("2026-03-02 08:00", "2026-03-02 11:00"), pause("2026-03-04 08:00", nil)])
  }
}
