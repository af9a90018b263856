import Dossiers
import TestSupport
import Testing

struct CountingTests {
  /// When a term of `allowance` from `start` ends, counted in this way.
  private func lastDay(_ allowance: Allowance, from start: String, _ counting: Counting) throws -> String? {
    var rule = SampleRules.rule(.process, TermRule(override: allowance))
    rule.counting = counting
    var story = Scenario(rules: SampleRules.rules(watching: [.process: rule]))
    story.received(at: start, procedure: "1.004884")
    return try story.report(at: start).lastDay(.process)
  }

  @Test(
    "plain days that end on a day off end on the next working day, the one before, or there",
    arguments: [
      (Counting.DayOff.next, "2026-03-09"), (.previous, "2026-03-06"), (.none, "2026-03-07"),
    ])
  func dayOff(_ dayOff: Counting.DayOff, _ expected: String) throws {
    #expect(try lastDay(.days(5), from: "2026-03-02 09:00", Counting(dayOff: dayOff)) == expected)
  }

  @Test(
    "where the day of receipt counts, the term ends a day earlier",
    arguments: [
      (Allowance.workingDays(5), "2026-03-02 16:00", "2026-03-06"), (.workingDays(1), "2026-03-02 23:59", "2026-03-02"),
      (.workingDays(1), "2026-03-07 10:00", "2026-03-09"), (.days(5), "2026-03-02 09:00", "2026-03-06"),
      (.days(1), "2026-03-02 09:00", "2026-03-02"), (.workingDays(0), "2026-03-02 09:00", "2026-03-02"),
    ])
  func firstDay(_ allowance: Allowance, _ start: String, _ expected: String) throws {
    #expect(try lastDay(allowance, from: start, Counting(countsFirstDay: true)) == expected)
  }

  @Test(
    "a cut-off of every term takes a later receipt for one of the next working day",
    arguments: [
      ("2026-03-02 15:00", "2026-03-05"), ("2026-03-02 16:00", "2026-03-06"), ("2026-03-07 16:00", "2026-03-11"),
    ])
  func cutOff(_ start: String, _ expected: String) throws {
    let counting = Counting(cutOff: Counting.CutOff(secondOfDay: 15 * 3600, onlySameDay: false))
    #expect(try lastDay(.workingDays(3), from: start, counting) == expected)
  }

  @Test("absurd terms give a day or none, in every way of counting, and never stop the count")
  func absurd() throws {
    for dayOff in Counting.DayOff.allCases {
      for allowance: Allowance in [.days(millionths: .max), .workingDays(millionths: .max), .days(millionths: 1)] {
        _ = try lastDay(allowance, from: "2026-03-02 09:00", Counting(countsFirstDay: true, dayOff: dayOff))
      }
    }
  }
}
