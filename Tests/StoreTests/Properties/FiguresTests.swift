import Dossiers
import Store
import TestSupport
import Testing

struct FiguresTests {
  private static let now = instant("2027-06-01 00:00")
  private static let document = RulesDocument(
    calendar: SampleRules.calendarDefinition, policy: SampleRules.allClocks.policies.latest,
    registry: SampleRules.registry)

  private static func scopes(known: Instant) -> [FigureScope] {
    ["2026-03", "2026-04", "2026-07"].compactMap { Period(month: $0) }.flatMap { period in
      [
        FigureScope(period: period, known: known), FigureScope(period: period, known: known, office: code("380000")),
        FigureScope(period: period, known: known, agency: code("H18.101")),
      ]
    }
  }

  /// A random story in batches, each with the instant of its recording and, now and then, rules that come before it.
  private struct Story {
    var batches: [(events: [Event], recorded: Instant, rules: RulesDocument?)] = []

    init(seed: UInt64, changingRules: Bool) {
      var random = SeededGenerator(seed: seed)
      var rest = ScenarioEvents.draw(using: &random).filter(\.isOfTheContract)
        .map { ($0, $0.time.advanced(by: .hours(.random(in: 0...300, using: &random)))) }.sorted { $0.1 < $1.1 }[...]
      while let last = rest.prefix(Int.random(in: 1...9, using: &random)).last {
        let batch = rest.prefix { $0.1 <= last.1 }
        rest = rest.dropFirst(batch.count)
        let changes = changingRules && Int.random(in: 0..<3, using: &random) == 0
        batches.append((batch.map(\.0), last.1, changes ? Story.document(using: &random) : nil))
      }
    }

    private static func document(using random: inout SeededGenerator) -> RulesDocument {
      let calendar = SampleRules.definition(off: SampleRules.daysOff + ["2026-03-05"], worked: ["2026-03-07"])
      let merging = SampleRules.registry(merging: "H18.101", into: "H18.107", after: "2026-03-06")
      return RulesDocument(
        calendar: Bool.random(using: &random) ? calendar : SampleRules.calendarDefinition,
        policy: Bool.random(using: &random) ? SampleRules.policy : FiguresTests.document.policy,
        registry: Bool.random(using: &random) ? merging : SampleRules.registry)
    }

    /// Tells a new store what was recorded by `end`.
    func store(_ folder: TemporaryFolder, until end: Instant = .distantFuture) async throws -> SQLiteStore {
      let store = try SQLiteStore(path: folder.database, telling: Desk.atOnce)
      _ = try await store.adopt(FiguresTests.document, at: instant("2026-01-01 08:00"))
      for batch in batches where batch.recorded <= end {
        if let rules = batch.rules { _ = try await store.adopt(rules, at: batch.recorded) }
        _ = try await store.take(batch.events.map { Desk.arrival($0) }, recorded: batch.recorded)
      }
      return store
    }
  }

  @Test("the figures of a store are those of its events, in portions of any size", .timeLimit(.minutes(5)))
  func equalsFold() async throws {
    let scopes = Self.scopes(known: Self.now)
    for seed in 0..<150 as Range<UInt64> {
      let folder = try TemporaryFolder(inMemory: true)
      let story = Story(seed: seed, changingRules: false)
      let store = try await story.store(folder)
      let figures = try await store.figures(of: scopes, limit: 2)
      #expect(try await store.figures(of: scopes) == figures, "seed \(seed)")
      let events = story.batches.flatMap(\.events)
      for (scope, found) in zip(scopes, figures) {
        let wanted = Judged(events, rules: SampleRules.allClocks, scope).figures
        #expect(found.indicators == wanted.indicators, "seed \(seed)")
      }
    }
  }

  @Test(
    "the figures as known at an instant are those of a store that only ever got what was recorded until then",
    .timeLimit(.minutes(5)))
  func asKnown() async throws {
    var differing = 0
    for seed in 0..<150 as Range<UInt64> {
      let story = Story(seed: seed, changingRules: true)
      guard let middle = story.batches.dropFirst(story.batches.count / 2).first?.recorded else { continue }
      let (whole, part) = (try TemporaryFolder(inMemory: true), try TemporaryFolder(inMemory: true))
      let store = try await story.store(whole)
      let scopes = Self.scopes(known: middle)
      let wanted = try await story.store(part, until: middle).figures(of: scopes)
      let known = try await store.known(by: middle) { _ in }
      #expect(try await known.figures(of: scopes, limit: 3) == wanted, "seed \(seed)")
      if try await store.figures(of: Self.scopes(known: Self.now)).map(\.indicators) != wanted.map(\.indicators) {
        differing += 1
      }
    }
    #expect(differing > 50)
  }

  @Test("proof that comes late changes the figures of the past, and what was known before stays to be seen")
  func lateProof() async throws {
    let folder = try TemporaryFolder()
    let store = try SQLiteStore(path: folder.database, telling: Desk.atOnce)
    let desk = try await Desk(store)
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15")
    try await desk.take(story, at: "2026-03-02 09:00")
    let period = try #require(Period(month: "2026-03"))
    let part = Indicator.Subject.part(.collection)
    func figures(_ source: any FigureSource, known: String) async throws -> [Indicator] {
      try await source.figures(of: [FigureScope(period: period, known: instant(known))])[0].indicators
    }
    let before = try await figures(store, known: "2026-04-02 09:00")
    #expect(before.first { $0.kind == .overdue && $0.subject == part }?.numerator == 1)
    story.scan(.delivered, at: "2026-03-03 10:00")
    try await desk.take(story, from: 1, at: "2026-04-05 09:00")
    let after = try await figures(store, known: "2026-04-06 09:00")
    #expect(after.first { $0.kind == .overdue && $0.subject == part }?.numerator == 0)
    #expect(after.first { $0.kind == .score && $0.subject == part }?.numerator == 1)
    let known = try await store.known(by: instant("2026-04-02 09:00")) { _ in }
    #expect(try await figures(known, known: "2026-04-02 09:00") == before)
  }

  @Test("what is parked is counted by when it came, and where it came from")
  func parked() async throws {
    let folder = try TemporaryFolder()
    let store = try SQLiteStore(path: folder.database, telling: Desk.atOnce)
    _ = try await store.adopt(Desk.document, at: instant("2026-01-01 08:00"))
    for key in ["postoffice.381100", "agency.H18.101", "nonsense"] {
      let message = Message(body: [0], routingKey: key)
      _ = try await store.take(
        [Arrival(.refused(Refusal(.unreadable, "a test")), message: message)], recorded: instant("2026-03-02 08:00"))
    }
    let period = try #require(Period(month: "2026-03"))
    let april = try #require(Period(month: "2026-04"))
    let figures = try await store.figures(
      of: [
        FigureScope(period: period, known: Self.now),
        FigureScope(period: period, known: Self.now, office: code("381100")),
        FigureScope(period: period, known: Self.now, agency: code("H18.101")),
        FigureScope(period: period, known: Self.now, district: "099"), FigureScope(period: april, known: Self.now),
      ], limit: 1)
    #expect(figures.map { $0.indicators.first { $0.kind == .parked }?.numerator } == [3, 1, 1, 0, 0])
  }
}
