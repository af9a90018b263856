public import Dossiers

extension SampleRules {
  /// All rules, with every clock watched.
  public static let allClocks: Rules = rules(watching: otherClocks)

  /// The same, by which agency H18.101, where most dossiers are, is merged into H18.107 in the midst of them.
  public static let merging: Rules = {
    var rules = allClocks
    rules.registries.append(
      registry(merging: "H18.101", into: "H18.107", after: "2026-03-06"), recorded: instant("2026-03-05 08:00"))
    return rules
  }()

  /// The sample rules with these clocks besides collection, processing and return.
  public static func rules(watching others: [ClockKind: ClockRule]) -> Rules {
    Rules(calendar: calendar, policy: policy(editions: [edition(others: others)]), registry: registry)
  }

  /// The clocks that Circular 17/2017 and Decree 61/2018 leave to the plan, driven by the usual words.
  public static let otherClocks: [ClockKind: ClockRule] = [
    .invite: rule(.invite, TermRule(usual: .workingDays(5))),
    .move: rule(.move, TermRule(usual: .workingDays(2))),
    .hold: rule(.hold, TermRule(usual: .workingDays(10))),
    .askSupplement: rule(.askSupplement, TermRule(usual: .workingDays(3)), isOptional: true),
    .supplement: rule(.supplement, TermRule(untilGivenDate: true)),
    .consult: rule(.consult, TermRule(untilGivenDate: true)),
    .promise: rule(.promise, TermRule(untilGivenDate: true)),
    .postResult: rule(.postResult, TermRule(usual: .workingDays(2))),
  ]

  /// A rule of `clock` that is driven by the usual words.
  public static func rule(_ clock: ClockKind, _ term: TermRule, isOptional: Bool = false) -> ClockRule {
    ClockRule(
      words: clock.usualWords, term: term, counting: Counting(dayOff: term.untilGivenDate ? .none : .next),
      isOptional: isOptional)
  }
}
