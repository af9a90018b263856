@testable import Dossiers
import TestSupport
import Testing

struct WorkingDayPropertyTests {
  @Test("working days agree with a count day by day")
  func countAsDayByDay() {
    forEachSeed { seed, random in
      let drawn = RandomCalendar(using: &random)
      let first = RandomCalendar.around.adding(Int.random(in: -40...20, using: &random))
      let days = (0..<Int.random(in: 0...80, using: &random)).map { first.adding($0) }
      #expect(
        drawn.calendar.workingDays(from: first, until: first.adding(days.count)) == days.count(where: drawn.isWorked),
        "seed \(seed)")
      #expect(days.allSatisfy { drawn.calendar.isWorkingDay($0) == drawn.isWorked($0) }, "seed \(seed)")
    }
  }

  @Test("the n-th working day after or before a day agrees with a walk")
  func findsAsWalked() {
    forEachSeed { seed, random in
      let drawn = RandomCalendar(using: &random)
      let date = RandomCalendar.around.adding(Int.random(in: -20...20, using: &random))
      let count = Int.random(in: -12...12, using: &random)
      var walked = count == 0 ? date.adding(-1) : date
      var left = count == 0 ? 1 : abs(count)
      while left > 0 {
        walked = walked.adding(count < 0 ? -1 : 1)
        if drawn.isWorked(walked) { left -= 1 }
      }
      #expect(drawn.calendar.workingDay(count, after: date) == walked, "seed \(seed)")
    }
  }

  @Test("a day counter finds the first day with which a sum is reached")
  func counterInverts() throws {
    try forEachSeed { seed, random in
      var weekly = (0..<7).map { _ in Int.random(in: 0...5, using: &random) }
      if weekly.allSatisfy({ $0 == 0 }) { weekly[3] = 1 }
      var exceptions: [LocalDate: Int] = [:]
      for _ in 0..<Int.random(in: 0...10, using: &random) {
        exceptions[LocalDate(day: Int.random(in: -30...30, using: &random))] = Int.random(in: 0...9, using: &random)
      }
      let counter = DayCounter(weekly: weekly, exceptions: exceptions)
      let from = LocalDate(day: Int.random(in: -40...40, using: &random))
      let quantity = Int.random(in: 1...200, using: &random)
      let found = try #require(counter.day(reaching: quantity, from: from), "seed \(seed)")
      #expect(counter.before(found) - counter.before(from) < quantity, "seed \(seed)")
      #expect(counter.before(found.adding(1)) - counter.before(from) >= quantity, "seed \(seed)")
    }
  }

  @Test("a counter that never adds anything finds no day")
  func counterGivesUp() {
    let never = DayCounter(weekly: Array(repeating: 0, count: 7), exceptions: [:])
    #expect(never.day(reaching: 1, from: day("2026-03-02")) == nil)
  }
}
