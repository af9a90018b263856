import Dossiers
import Simulation
import Store
import TestSupport
import Testing

struct StoreEqualsFoldTests {
  private static let middle = instant("2026-03-12 10:00")
  private static let end = instant("2027-01-12 10:00")
  private static let unclaimedAfter = Span.days(3)
  /// Every clock is watched.
  private static let document = RulesDocument(
    calendar: SampleRules.calendarDefinition, policy: SampleRules.allClocks.policies.latest,
    registry: SampleRules.registry)

  @Test(
    "every order, batching and number of copies of a set of events leaves the state of its fold",
    .timeLimit(.minutes(10)), arguments: 0..<10 as Range<UInt64>)
  func anyArrival(block: UInt64) async throws {
    for seed in block * 30..<(block + 1) * 30 {
      var random = SeededGenerator(seed: seed)
      let events = ScenarioEvents.draw(using: &random).filter(\.isOfTheContract)
      guard try await difference(events, seed: seed) != nil else { continue }
      let least = try await shrunk(events) { try await difference($0, seed: seed) != nil }
      let found = try await difference(least, seed: seed) ?? ""
      Issue.record("seed \(seed): \(found)\nwith\(least.map { "\n  \($0.line)" }.joined())")
      return
    }
  }

  @Test("the comparison notices an event that never came")
  func noticesWhatIsMissing() async throws {
    var noticed = 0
    for seed in 0..<20 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let events = StandingEvents(ScenarioEvents.draw(using: &random).filter(\.isOfTheContract)).events
      if try await difference(events, taking: Array(events.dropFirst()), seed: seed) != nil { noticed += 1 }
    }
    #expect(noticed >= 8)
  }

  /// The calendar that is adopted halfway: with other days off and worked.
  private static let otherCalendar = SampleRules.definition(
    off: SampleRules.daysOff + ["2026-03-05", "2026-03-13", "2026-05-08"], worked: ["2026-03-07", "2026-08-22"])
  /// Later than all that is drawn, so that no scan is judged by it.
  private static let adopted = instant("2027-01-01 08:00")

  /// Takes `events`, or only those of `taking`, by chance of `seed`, and says where the store then differs from their
  /// fold; nil where it does not.
  private func difference(_ events: [Event], taking: [Event]? = nil, seed: UInt64) async throws -> String? {
    let taken = taking ?? events
    var random = SeededGenerator(seed: seed ^ 0x570E)
    let folder = try TemporaryFolder()
    func open() throws -> SQLiteStore {
      try SQLiteStore(path: folder.database, telling: Desk.atOnce, unclaimedAfter: StoreEqualsFoldTests.unclaimedAfter)
    }
    var store: SQLiteStore? = try open()
    _ = try await store?.adopt(StoreEqualsFoldTests.document, at: instant("2026-01-01 08:00"))
    let changesRules = Bool.random(using: &random)
    let copies = taken.filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
    var rest = (taken + copies).shuffled(using: &random)[...]
    while !rest.isEmpty {
      let batch = rest.prefix(Int.random(in: 1...40, using: &random))
      rest = rest.dropFirst(batch.count)
      _ = try await store?.take(batch.map { Desk.arrival($0) }, recorded: StoreEqualsFoldTests.middle)
      switch Int.random(in: 0..<8, using: &random) {
      case 0: try await store?.raiseAll(at: StoreEqualsFoldTests.middle)
      case 1:
        store = nil
        store = try open()
      case 2 where changesRules: try await adoptOther(store)
      default: break
      }
    }
    guard let store else { return nil }
    var rules = SampleRules.allClocks
    if changesRules {
      try await adoptOther(store)
      rules.calendars.append(
        WorkingCalendar(StoreEqualsFoldTests.otherCalendar), recorded: StoreEqualsFoldTests.adopted)
    }
    for now in [StoreEqualsFoldTests.middle, StoreEqualsFoldTests.end] {
      try await store.raiseAll(at: now)
      if let found = try await difference(store, folder, events, rules, at: now) { return found }
    }
    return nil
  }

  private func difference(
    _ store: SQLiteStore, _ folder: TemporaryFolder, _ events: [Event], _ rules: Rules, at now: Instant
  ) async throws -> String? {
    let reports = OfflineFold(events, rules: rules).reports(
      at: now, unclaimedAfter: StoreEqualsFoldTests.unclaimedAfter)
    for dossier in ScenarioEvents.dossiers {
      let wanted = reports.first { $0.dossier == dossier }
      let kept = try await store.report(on: dossier, at: now)
      if kept != wanted { return "report on \(dossier)\n  wanted \(wanted as Any)\n  kept \(kept as Any)" }
    }
    let wanted = ExpectedState(events, rules: rules, at: now)
    let kept = try KeptState(path: folder.database)
    let misses = wanted.misses(in: kept)
    if !misses.isEmpty { return "at \(now.rfc3339) \(misses.joined(separator: ", "))" }
    if wanted.firing != kept.firing {
      return "alerts at \(now.rfc3339)\n  missing \(wanted.firing.subtracting(kept.firing))"
        + "\n  too many \(kept.firing.subtracting(wanted.firing))"
    }
    if let next = try await store.nextChange(), next <= now {
      return "nextChange is \(next.rfc3339) though all was raised at \(now.rfc3339)"
    }
    return nil
  }

  private func adoptOther(_ store: SQLiteStore?) async throws {
    let other = RulesDocument(
      calendar: StoreEqualsFoldTests.otherCalendar, policy: SampleRules.allClocks.policies.latest,
      registry: SampleRules.registry)
    _ = try await store?.adopt(other, at: StoreEqualsFoldTests.adopted)
  }

  @Test("some weeks of a province's traffic leave the state of their fold", .timeLimit(.minutes(5)))
  func province() async throws {
    let folder = try TemporaryFolder()
    let store = try SQLiteStore(
      path: folder.database, telling: Desk.atOnce, unclaimedAfter: StoreEqualsFoldTests.unclaimedAfter)
    _ = try await store.adopt(StoreEqualsFoldTests.document, at: instant("2026-01-01 08:00"))
    var faults = FaultRates()
    faults.lostItems = 0.02
    faults.damagedItems = 0.02
    faults.voidings = 0.05
    faults.late = 0.05
    let plan = SimulationPlan(seed: 7, start: day("2026-03-02"), days: 14, dossiersPerDay: 12, faults: faults)
    let messages = Array(
      try Simulation(plan: plan, registry: SampleRules.registry, calendar: SampleRules.calendar))
    var rest = messages[...]
    while let now = rest.prefix(40).last?.arrival {
      _ = try await store.take(rest.prefix(40).map { Desk.arrival($0.event) }, recorded: now)
      try await store.raiseAll(at: now)
      rest = rest.dropFirst(40)
    }
    let end = try #require(messages.last).arrival
    let events = messages.map(\.event)
    #expect(events.count > 500)
    for report in OfflineFold(events, rules: SampleRules.allClocks).reports(
      at: end, unclaimedAfter: StoreEqualsFoldTests.unclaimedAfter)
    {
      guard let dossier = report.dossier else { continue }
      #expect(try await store.report(on: dossier, at: end) == report)
    }
    let wanted = ExpectedState(events, rules: SampleRules.allClocks, at: end)
    let kept = try KeptState(path: folder.database)
    #expect(wanted.misses(in: kept).isEmpty)
    #expect(kept.firing == wanted.firing)
    #expect(!wanted.firing.isEmpty)
  }
}

extension Event {
  /// Whether intake would take it: what was drawn may break the contract.
  var isOfTheContract: Bool { (try? EventDecoder().decode(EventEncoder().encode(self))) == self }

  /// The event in one line.
  var line: String { "\(time.rfc3339) \(identity.source.text) \(identity.id) \(fact)" }
}

/// A part of `events` from which nothing can be taken without `breaks` turning false.
func shrunk(_ events: [Event], while breaks: ([Event]) async throws -> Bool) async throws -> [Event] {
  var events = events
  var size = events.count / 2
  while size > 0 {
    var at = 0
    while at < events.count {
      let part = Array(events[..<at] + events[min(at + size, events.count)...])
      if try await breaks(part) { events = part } else { at += size }
    }
    size /= 2
  }
  return events
}
