import Dossiers
import GRDB
import Store
import TestSupport
import Testing

struct RebuildTests {
  private static let now = instant("2026-12-01 10:00")

  /// A database after a random story, its voidings, closures and changes of rules on the way, and when that was over.
  private func store(_ seed: UInt64, in folder: TemporaryFolder) async throws -> (SQLiteStore, ended: Instant) {
    var random = SeededGenerator(seed: seed)
    try folder.write(try await RebuildTests.beginning.value)
    let store = try SQLiteStore(path: folder.database, telling: Desk.atOnce)
    var rest = ScenarioEvents.draw(using: &random).filter(\.isOfTheContract)
      .map { (event: $0, comes: $0.time.advanced(by: delay(using: &random))) }
      .sorted { $0.comes < $1.comes }[...]
    var now = RebuildTests.now
    while !rest.isEmpty {
      let batch = rest.prefix(Int.random(in: 1...9, using: &random))
      now = batch.last?.comes ?? now
      rest = rest.dropFirst(batch.count)
      _ = try await store.take(batch.map { Desk.arrival($0.event) }, recorded: now)
      if Int.random(in: 0..<4, using: &random) == 0 { try await store.raiseAll(at: now) }
      if Int.random(in: 0..<4, using: &random) == 0 { _ = try await store.adopt(document(using: &random), at: now) }
    }
    return (store, now)
  }

  /// A database that has its rules and nothing else, made once for all stories.
  private static let beginning = Task {
    let folder = try TemporaryFolder(inMemory: true)
    do {
      let store = try SQLiteStore(path: folder.database, telling: Desk.atOnce)
      _ = try await store.adopt(Desk.document, at: instant("2026-01-01 08:00"))
    }
    return try folder.bytes()
  }

  /// Half come days after they happened, half from a device whose clock is up to ten minutes ahead: rules that change in
  /// between meet both kinds.
  private func delay(using random: inout SeededGenerator) -> Span {
    Bool.random(using: &random)
      ? .hours(.random(in: 0...200, using: &random)) : .minutes(.random(in: -10...0, using: &random))
  }

  /// Rules of which any part may be another than usual: a day off more and one worked, every clock, or a merger.
  private func document(using random: inout SeededGenerator) -> RulesDocument {
    let calendar = SampleRules.definition(off: SampleRules.daysOff + ["2026-03-05"], worked: ["2026-03-07"])
    let merging = SampleRules.registry(merging: "H18.101", into: "H18.107", after: "2026-03-06")
    let policy = SampleRules.policy(editions: [SampleRules.edition(others: SampleRules.otherClocks)])
    return RulesDocument(
      calendar: Bool.random(using: &random) ? calendar : SampleRules.calendarDefinition,
      policy: Bool.random(using: &random) ? policy : SampleRules.policy,
      registry: Bool.random(using: &random) ? merging : SampleRules.registry)
  }

  @Test(
    "whatever happened, making the projections anew from the log changes nothing", .timeLimit(.minutes(10)),
    arguments: 0..<8 as Range<UInt64>)
  func nothingChanges(block: UInt64) async throws {
    // Two at a time, as a machine has two cores at least.
    try await withThrowingTaskGroup { group in
      for lane in 0..<2 as Range<UInt64> {
        group.addTask {
          for seed in stride(from: block * 1_250 + lane, to: (block + 1) * 1_250, by: 2) {
            try await nothingChanges(seed)
          }
        }
      }
      try await group.waitForAll()
    }
  }

  private func nothingChanges(_ seed: UInt64) async throws {
    let folder = try TemporaryFolder(inMemory: true)
    let (store, ended) = try await store(seed, in: folder)
    // In the midst of clocks that run, or when they all are over.
    let now = seed.isMultiple(of: 2) ? ended : RebuildTests.now
    let rebuilt = try await store.rebuild(replacing: true, at: now) { _ in }
    #expect(rebuilt.differences.isEmpty, "seed \(seed)")
    #expect(try await store.counts().committed == rebuilt.events, "seed \(seed)")
  }

  @Test("rows that are not what the log comes to are named, and made right where that is asked for")
  func repairs() async throws {
    let folder = try TemporaryFolder()
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15")
    story.accept("EA000000014VN", at: "2026-03-02 08:20", dossiers: ["H18.101-260302-0002"])
    let before = try await filled(folder, with: story)
    try await DatabaseQueue(path: folder.database).write { db in
      try db.execute(sql: "DELETE FROM dossiers")
      try db.execute(
        sql: """
          UPDATE shipments SET fold = (SELECT fold FROM shipments ORDER BY key DESC LIMIT 1)
          WHERE key = (SELECT min(key) FROM shipments)
          """)
    }
    let store = try SQLiteStore(path: folder.database, telling: Desk.atOnce)
    let desk = try await Desk(store)
    let found = try await store.rebuild(replacing: false, at: instant("2026-03-02 10:00")) { _ in }
    #expect(found.differences.map(\.table).sorted() == ["dossiers", "dossiers", "shipments"])
    #expect(found.differences.filter { $0.table == "dossiers" }.allSatisfy { !$0.isKept && $0.isRebuilt })
    #expect(try await desk.report(at: "2026-03-03 08:00") == nil)

    _ = try await store.rebuild(replacing: true, at: instant("2026-03-02 10:00")) { _ in }
    #expect(try await desk.report(at: "2026-03-03 08:00") == before)
    #expect(try await store.rebuild(replacing: false, at: instant("2026-03-02 10:00")) { _ in }.differences.isEmpty)
    try await desk.raise(at: "2026-03-09 08:00")
    #expect(try await desk.alerts() == ["breach firing", "breach firing"])
  }

  @Test("making the projections anew raises no alert and tells nobody anything")
  func tellsNobody() async throws {
    let folder = try TemporaryFolder()
    let store = try SQLiteStore(path: folder.database, telling: Desk.atOnce)
    let desk = try await Desk(store)
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15")
    story.scan(.lost, at: "2026-03-03 08:15")
    try await desk.take(story, at: "2026-03-03 09:00")
    #expect(try await desk.tell(at: "2026-03-03 09:00") == [.lost])
    let before = try await store.alerts(firingOnly: false, limit: 10).map { [$0.id, $0.since.microseconds] }
    _ = try await store.rebuild(replacing: true, at: RebuildTests.now) { _ in }
    #expect(try await store.alerts(firingOnly: false, limit: 10).map { [$0.id, $0.since.microseconds] } == before)
    #expect(try await store.counts().outbox == 0)
    #expect(try await desk.tell(at: "2026-03-03 10:00").isEmpty)
  }

  /// What is kept of `story`, once its database is closed again.
  private func filled(_ folder: TemporaryFolder, with story: Scenario) async throws -> CaseReport? {
    let desk = try await Desk(SQLiteStore(path: folder.database, telling: Desk.atOnce))
    try await desk.take(story, at: "2026-03-02 09:00")
    return try await desk.report(at: "2026-03-03 08:00")
  }
}
