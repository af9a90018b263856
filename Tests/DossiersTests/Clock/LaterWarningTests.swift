import Dossiers
import TestSupport
import Testing

struct LaterWarningTests {
  private func deadline(_ term: Allowance, _ warning: Policy.Warning, at start: String) throws -> Deadline {
    var rules = SampleRules.rules
    rules.policies = Versions(
      SampleRules.policy(editions: [SampleRules.edition(sameDistrict: term, warning: warning)]))
    var story = Scenario(rules: rules)
    story.accept(at: start)
    return try #require(try story.report(at: start).deadline(.collect))
  }

  @Test(
    "a deadline is warned of at each point of its rule, in order",
    arguments: [
      ([5, 2], ["2026-03-09 07:30", "2026-03-12 07:30"]), ([2, 5], ["2026-03-09 07:30", "2026-03-12 07:30"]),
      ([0], ["2026-03-16 07:30"]), ([], []), ([2, 2], ["2026-03-12 07:30"]),
      ([9, 1], ["2026-03-03 07:30", "2026-03-13 07:30"]), ([30, 20, 1], ["2026-03-02 08:00", "2026-03-13 07:30"]),
    ])
  func points(_ days: [Int], _ warnings: [String]) throws {
    let deadline = try deadline(.workingDays(10), Policy.Warning(workingDaysBefore: days), at: "2026-03-02 08:00")
    #expect(deadline.warnings == warnings.map { instant($0) })
    #expect(deadline.warn == deadline.warnings.first)
  }

  @Test("a term in hours is warned of so many seconds before its end")
  func seconds() throws {
    let warning = Policy.Warning(workingDaysBefore: [2], secondsBefore: [600, 3600, 999_999])
    let deadline = try deadline(.workingHours(seconds: 3 * 3600), warning, at: "2026-03-02 07:30")
    #expect(
      deadline.warnings == [instant("2026-03-02 07:30"), instant("2026-03-02 09:30"), instant("2026-03-02 10:20")])
  }

  @Test("each point is an instant at which the alert is to be looked at again")
  func changes() throws {
    let warning = Policy.Warning(workingDaysBefore: [5, 2])
    let deadline = try deadline(.workingDays(10), warning, at: "2026-03-02 08:00")
    var changes: [Instant] = []
    while let next = deadline.nextChange(after: changes.last ?? deadline.started) { changes.append(next) }
    #expect(changes == [instant("2026-03-09 07:30"), instant("2026-03-12 07:30"), instant("2026-03-17 00:00")])
    #expect(deadline.alert(at: instant("2026-03-13 08:00"))?.since == instant("2026-03-09 07:30"))
  }

  @Test("several points are what each of them gives alone, in any calendar")
  func asEachAlone() throws {
    try forEachSeed(500) { seed, random in
      let drawn = RandomCalendar(using: &random)
      let count = Int.random(in: 0...4, using: &random)
      let days = (0..<count).map { _ in Int.random(in: 0...12, using: &random) }
      let seconds = (0..<count).map { _ in Int64.random(in: 0...500_000, using: &random) }
      let isInDays = Bool.random(using: &random)
      let length = Int64.random(in: 1...400_000, using: &random)
      let term: Allowance = isInDays ? .workingDays(Int(length % 11)) : .hours(seconds: length)
      let start = drawn.moment(using: &random).exactRFC3339
      let process = { (warning: Policy.Warning) in
        let rule = ClockRule(words: ClockKind.process.usualWords, term: TermRule(override: term), warning: warning)
        let policy = SampleRules.policy(editions: [SampleRules.edition(others: [.process: rule])])
        var story = Scenario(
          rules: Rules(calendar: drawn.calendar, policy: policy, registry: SampleRules.registry))
        story.received(at: start, procedure: "1.004873")
        return try story.report(at: start).deadline(.process)
      }
      let together = try process(Policy.Warning(workingDaysBefore: days, secondsBefore: seconds))
      let alone = try zip(days, seconds).compactMap { days, seconds in
        try process(Policy.Warning(workingDaysBefore: days, secondsBefore: seconds))?.warn
      }
      #expect(together != nil && together?.warnings == Array(Set(alone)).sorted(), "seed \(seed)")
      #expect(together?.warn == together?.warnings.first, "seed \(seed)")
    }
  }
}
