import Dossiers
import TestSupport
import Testing

@testable import Daemon

struct StretchTests {
  @Test("lines follow each other and add up as the pieces do, whatever the term, its start and its pauses")
  func addUp() {
    for seed in 0..<2_000 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let start = instant("2026-02-10 00:00").advanced(by: .minutes(.random(in: 0...30_000, using: &random)))
      let length = Int64.random(in: 1...100, using: &random)
      let pauses = (0..<3).map { _ in
        let from = start.advanced(by: .minutes(.random(in: -500...10_000, using: &random)))
        return Pause(from: from, until: from.advanced(by: .minutes(.random(in: 0...3_000, using: &random))))
      }
      let allowance: Allowance =
        Bool.random(using: &random) ? .workingHours(seconds: length * 1800) : .workingDays(Int(length))
      let told = SampleRules.calendar.explanation(of: allowance, from: start, pauses: pauses)
      let stretches = Stretch.all(of: told)
      let none: Explanation.Amount = allowance.isInDays ? .days(millionths: 0) : .time(.zero)
      let isWhole =
        stretches.first?.from == start && stretches.last?.until == told.dueDate.due
        && zip(stretches, stretches.dropFirst()).allSatisfy { $0.until == $1.from }
      #expect(isWhole && stretches.reduce(none) { $0.adding($1.used) } == told.used, "seed \(seed)")
      #expect(stretches.allSatisfy { !$0.spansClosing || $0.why.isCounted }, "seed \(seed)")
    }
  }
}
