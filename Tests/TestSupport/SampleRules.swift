public import Dossiers

/// A small but real set of rules: a few of the province's agencies, offices and procedures, the terms of
/// Circular 17/2017/TT-BTTTT, and the calendar of 2026.
public enum SampleRules {
  /// All of it, in one version.
  public static let rules = Rules(calendar: calendar, policy: policy, registry: registry)

  /// The policy, in force since 2018.
  public static let policy = policy(editions: [edition()])

  /// A policy of these editions.
  public static func policy(editions: [Policy.Edition]) -> Policy {
    guard let policy = Policy(editions: editions) else { preconditionFailure("a policy needs an edition") }
    return policy
  }

  /// An edition with the terms of Circular 17/2017/TT-BTTTT art. 7(2), but for what is given.
  public static func edition(
    from: LocalDate = day("2018-01-01"), sameDistrict: Allowance = .workingDays(1), override: Allowance? = nil,
    warning: Policy.Warning = Policy.Warning(workingDaysBefore: 2, secondsBefore: 3600),
    escalation: [ClockRule.Escalation] = [], others: [ClockKind: ClockRule] = [:]
  ) -> Policy.Edition {
    var clocks: [ClockKind: ClockRule] = [:]
    for leg in [ClockKind.collect, .return] {
      clocks[leg] = ClockRule(
        words: leg.usualWords,
        term: TermRule(
          plain: [
            .sameDistrict: sameDistrict, .withinProvince: .workingDays(2), .betweenProvinces: .workingDays(4),
            .remote: .workingDays(7),
          ],
          withSlip: [
            .sameDistrict: .workingDays(2), .withinProvince: .workingDays(4), .betweenProvinces: .workingDays(8),
          ]), warning: warning, escalation: escalation, law: "Circular 17/2017/TT-BTTTT art. 7(2)")
    }
    clocks[.process] = ClockRule(
      words: ClockKind.process.usualWords, term: TermRule(override: override),
      counting: Counting(cutOff: Counting.CutOff(secondOfDay: 15 * 3600, onlySameDay: true)), warning: warning)
    return Policy.Edition(
      from: from, clocks: clocks.merging(others) { $1 },
      pausingReasons: [.forceMajeure, .laterDeliveryAsked, .pickupAsked, .identityNotShown])
  }
}

/// The code that `text` names, for tests that know it to be a valid one.
public func code<C: Code>(_ text: String, as type: C.Type = C.self) -> C {
  guard let code = C(text) else { preconditionFailure("expected \(C.expectation), found '\(text)'") }
  return code
}

/// The day that `text` names as `YYYY-MM-DD`.
public func day(_ text: String) -> LocalDate {
  guard let day = LocalDate(text) else { preconditionFailure("'\(text)' is no day as YYYY-MM-DD") }
  return day
}

/// The instant that `text` names: RFC 3339, or a Vietnamese clock's `YYYY-MM-DD HH:MM`.
public func instant(_ text: String) -> Instant {
  let full = text.count == 16 ? "\(text.prefix(10))T\(text.suffix(5)):00+07:00" : text
  guard let instant = Instant(rfc3339: full) else { preconditionFailure("'\(text)' is no instant") }
  return instant
}
