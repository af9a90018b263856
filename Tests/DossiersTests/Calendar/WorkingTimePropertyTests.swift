import Dossiers
import TestSupport
import Testing

struct WorkingTimePropertyTests {
  @Test("adding working time agrees with a count minute by minute")
  func addsAsCountedByMinutes() {
    forEachSeed { seed, random in
      let drawn = RandomCalendar(using: &random)
      let start = drawn.minute(using: &random)
      let minutes = Int.random(in: 1...400, using: &random)
      #expect(
        drawn.schedule.instant(after: .minutes(Int64(minutes)), from: start)
          == drawn.counted(minutes, from: start, pauses: []), "seed \(seed)")
    }
  }

  @Test("measuring open time takes back what adding it gave, and adding is never later than needed")
  func measuresWhatWasAdded() throws {
    try forEachSeed { seed, random in
      let drawn = RandomCalendar(using: &random)
      let start = drawn.moment(using: &random)
      let time = Span(microseconds: Int64.random(in: 1...200_000_000_000, using: &random))
      let end = try #require(drawn.schedule.instant(after: time, from: start), "seed \(seed)")
      #expect(drawn.schedule.openTime(from: start, to: end) == time, "seed \(seed)")
      let before = end.advanced(by: Span(microseconds: -1))
      #expect(drawn.schedule.openTime(from: start, to: before) < time, "seed \(seed)")
    }
  }

  @Test("open time is additive over any instant between, and never negative")
  func isAdditive() {
    forEachSeed { seed, random in
      let drawn = RandomCalendar(using: &random)
      let three = (0..<3).map { _ in drawn.moment(using: &random) }.sorted()
      let parts = [(three[0], three[1]), (three[1], three[2])].map { drawn.schedule.openTime(from: $0, to: $1) }
      #expect(parts.allSatisfy { $0 >= .zero }, "seed \(seed)")
      #expect(
        drawn.schedule.openTime(from: three[0], to: three[2]).microseconds
          == parts.reduce(0) { $0 + $1.microseconds }, "seed \(seed)")
    }
  }

  @Test("a later start or a longer term never ends earlier")
  func isMonotonic() {
    forEachSeed { seed, random in
      let drawn = RandomCalendar(using: &random)
      let starts = [drawn.moment(using: &random), drawn.moment(using: &random)].sorted()
      let amounts = (0..<2).map { _ in Int64.random(in: 0...8, using: &random) }.sorted()
      let kinds: [(Int64) -> Allowance] = [
        { .workingDays(millionths: $0 * 1_000_000) }, { .days(millionths: $0 * 1_000_000) },
        { .workingHours(seconds: $0 * 7000) }, { .hours(seconds: $0 * 7000) },
      ]
      for kind in kinds {
        let early = drawn.calendar.dueDate(from: starts[0], kind(amounts[0])).due
        let later = drawn.calendar.dueDate(from: starts[1], kind(amounts[0])).due
        let longer = drawn.calendar.dueDate(from: starts[0], kind(amounts[1])).due
        #expect((early ?? .distantFuture) <= (later ?? .distantFuture), "seed \(seed)")
        #expect((early ?? .distantFuture) <= (longer ?? .distantFuture), "seed \(seed)")
      }
    }
  }

  @Test("a pause never brings a term forward, and merging pauses changes nothing")
  func pausesOnlyDelay() {
    forEachSeed { seed, random in
      let drawn = RandomCalendar(using: &random)
      let start = drawn.moment(using: &random)
      let pauses = (0..<3).map { _ in
        let from = drawn.moment(using: &random)
        return Pause(from: from, until: from.advanced(by: .minutes(Int64.random(in: 0...6000, using: &random))))
      }
      let amount = Int64.random(in: 0...6, using: &random)
      for allowance: Allowance in [
        .workingDays(millionths: amount * 1_000_000), .days(millionths: amount * 1_000_000),
        .workingHours(seconds: amount * 7000),
      ] {
        let plain = drawn.calendar.dueDate(from: start, allowance)
        let paused = drawn.calendar.dueDate(from: start, allowance, pauses: pauses)
        #expect((plain.due ?? .distantFuture) <= (paused.due ?? .distantFuture), "seed \(seed)")
        #expect(paused == drawn.calendar.dueDate(from: start, allowance, pauses: Pause.merged(pauses)), "seed \(seed)")
        #expect(paused == drawn.calendar.dueDate(from: start, allowance, pauses: pauses.reversed()), "seed \(seed)")
      }
    }
  }
}
