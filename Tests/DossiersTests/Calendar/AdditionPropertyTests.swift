import Dossiers
import TestSupport
import Testing

struct AdditionPropertyTests {
  @Test("two terms one after the other end where one of their sum does")
  func isAdditive() throws {
    try forEachSeed { seed, random in
      let drawn = RandomCalendar(using: &random)
      let start = drawn.moment(using: &random)
      let parts = (0..<2).map { _ in Int64.random(in: 1...90_000, using: &random) }
      for kind in [Allowance.workingHours, Allowance.hours] {
        let due = { drawn.calendar.dueDate(from: $0, kind($1), agency: drawn.agency) }
        let first = try #require(due(start, parts[0]).due, "seed \(seed)")
        #expect(due(first, parts[1]) == due(start, parts.sum), "seed \(seed)")
      }
      let days = (0..<2).map { _ in Int.random(in: 1...9, using: &random) }
      let last = try #require(drawn.calendar.dueDate(from: start, .workingDays(days[0])).lastDay, "seed \(seed)")
      #expect(
        drawn.calendar.dueDate(from: last.start, .workingDays(days[1]))
          == drawn.calendar.dueDate(from: start, .workingDays(days[0] + days[1])), "seed \(seed)")
    }
  }

  @Test("the working time or days up to a due instant are the term again")
  func isInverted() throws {
    try forEachSeed { seed, random in
      let drawn = RandomCalendar(using: &random)
      let start = drawn.moment(using: &random)
      let seconds = Int64.random(in: 1...200_000, using: &random)
      let due = try #require(
        drawn.calendar.dueDate(from: start, .workingHours(seconds: seconds), agency: drawn.agency).due, "seed \(seed)")
      #expect(drawn.schedule.openTime(from: start, to: due) == .seconds(seconds), "seed \(seed)")

      let count = Int.random(in: 1...250, using: &random)
      let last = try #require(drawn.calendar.dueDate(from: start, .workingDays(count)).lastDay, "seed \(seed)")
      let first = LocalDate(start).adding(1)
      #expect(drawn.calendar.workingDays(from: first, until: last.adding(1)) == count, "seed \(seed)")
      #expect(drawn.calendar.workingDays(from: first, until: last) == count - 1, "seed \(seed)")
    }
  }
}

extension [Int64] {
  fileprivate var sum: Int64 { reduce(0, +) }
}
