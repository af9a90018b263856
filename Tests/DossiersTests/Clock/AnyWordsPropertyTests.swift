import Dossiers
import TestSupport
import Testing

struct AnyWordsPropertyTests {
  @Test("whatever words drive the clocks, arrival makes no difference and rounds are numbered in the story's order")
  func anyWords() {
    forEachDrawnSet(3000) { events, random in
      let rules = rules(using: &random)
      let wanted = drawnReports(events, rules: rules)
      let deadlines = wanted.flatMap(\.deadlines).filter { !$0.clock.isOfShipment }
      return drawnReports(events.shuffled(using: &random), rules: rules) == wanted
        && deadlines.allSatisfy { $0.round >= 1 && $0.pauses == Pause.merged($0.pauses) }
    }
  }

  /// Every clock, each driven by words drawn from its vocabulary, in two editions.
  private func rules(using random: inout SeededGenerator) -> Rules {
    let editions = ["2018-01-01", "2026-03-09"].map { from in
      var clocks: [ClockKind: ClockRule] = [:]
      for clock in ClockKind.allCases { clocks[clock] = rule(clock, using: &random) }
      return Policy.Edition(from: day(from), clocks: clocks, pausingReasons: [.forceMajeure, .pickupAsked])
    }
    return Rules(
      calendar: SampleRules.calendar, policy: SampleRules.policy(editions: editions), registry: SampleRules.registry)
  }

  private func rule(_ clock: ClockKind, using random: inout SeededGenerator) -> ClockRule {
    func moments(_ most: Int) -> Moments {
      Moments(of: clock.vocabulary.all.shuffled(using: &random).prefix(Int.random(in: 0...most, using: &random)))
    }
    let words = ClockWords(
      starts: moments(3), meets: moments(3), meetsWithSlip: moments(2), cancels: moments(2), pauses: moments(2),
      resumes: moments(2), restarts: moments(2), mutes: moments(1))
    let terms: [Allowance] = [.workingDays(2), .days(3), .hours(seconds: 7200), .workingHours(seconds: 7200)]
    return ClockRule(
      words: words,
      term: TermRule(
        usual: terms.randomElement(using: &random), untilGivenDate: Bool.random(using: &random)),
      counting: Counting(
        cutOff: Counting.CutOff(secondOfDay: 54_000, onlySameDay: false),
        countsFirstDay: Bool.random(using: &random),
        dayOff: Counting.DayOff.allCases.randomElement(using: &random) ?? .next),
      isOptional: Bool.random(using: &random))
  }
}
