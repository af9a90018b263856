import Dossiers
import TestSupport
import Testing

struct PausePropertyTests {
  @Test("a term in working hours with pauses agrees with a count minute by minute")
  func hoursAsCounted() {
    forEachSeed { seed, random in
      let drawn = RandomCalendar(using: &random)
      let start = drawn.minute(using: &random)
      let minutes = Int.random(in: 1...400, using: &random)
      let pauses = drawn.pauses(using: &random)
      let due = drawn.calendar.dueDate(
        from: start, .workingHours(seconds: Int64(minutes) * 60), pauses: pauses, agency: drawn.agency
      ).due
      #expect(due == drawn.counted(minutes, from: start, pauses: pauses), "seed \(seed)")
    }
  }

  @Test("a term in working days with pauses agrees with a count minute by minute")
  func daysAsCounted() {
    forEachSeed { seed, random in
      let drawn = RandomCalendar(using: &random)
      let start = drawn.minute(using: &random)
      let count = Int.random(in: 1...9, using: &random)
      let pauses = drawn.pauses(using: &random)
      let due = drawn.calendar.dueDate(from: start, .workingDays(count), pauses: pauses, agency: drawn.agency)
      #expect(due.lastDay == drawn.lastDay(count, from: start, pauses: pauses), "seed \(seed)")
    }
  }

  @Test("a pause moves the due instant by exactly the working time that it covers, however often it is covered")
  func movesByWhatItCovers() {
    forEachSeed { seed, random in
      let drawn = RandomCalendar(using: &random)
      let start = drawn.moment(using: &random)
      let pauses = drawn.pauses(using: &random)
      let seconds = Int64.random(in: 1...90_000, using: &random)
      let found = drawn.calendar.dueDate(
        from: start, .workingHours(seconds: seconds), pauses: pauses, agency: drawn.agency)
      guard let due = found.due else { return }
      let covered = Pause.merged(pauses).reduce(Int64(0)) { sum, pause in
        let (from, until) = (max(pause.from, start), min(pause.until ?? due, due))
        return sum + drawn.schedule.openTime(from: from, to: until).microseconds
      }
      #expect(
        drawn.schedule.openTime(from: start, to: due).microseconds == seconds * 1_000_000 + covered, "seed \(seed)")
    }
  }

  @Test("a pause from a closing to the next opening moves nothing")
  func idlePause() throws {
    try forEachSeed { seed, random in
      let drawn = RandomCalendar(using: &random)
      let start = drawn.moment(using: &random)
      let date = RandomCalendar.around.adding(Int.random(in: -10...20, using: &random))
      guard let close = drawn.hours(on: date).randomElement(using: &random).map({ date.at(secondOfDay: $0.until) })
      else { return }
      let opening = try #require(drawn.schedule.opening(atOrAfter: close), "seed \(seed)")
      let pause = Pause(from: close, until: opening)
      let hours = Allowance.workingHours(seconds: Int64.random(in: 1...90_000, using: &random))
      #expect(
        drawn.calendar.dueDate(from: start, hours, pauses: [pause], agency: drawn.agency)
          == drawn.calendar.dueDate(from: start, hours, agency: drawn.agency), "seed \(seed)")
      // Days are the state's: an agency that closes earlier is paused in working time.
      guard drawn.agency == nil else { return }
      let days = Allowance.workingDays(Int.random(in: 1...9, using: &random))
      #expect(
        drawn.calendar.dueDate(from: start, days, pauses: [pause]) == drawn.calendar.dueDate(from: start, days),
        "seed \(seed)")
    }
  }
}
