import Dossiers
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Store

struct PowerCutTests {
  private static let now = instant("2027-01-12 10:00")

  @Test(
    "a log of changes cut off anywhere leaves whole batches, and the rest can be taken again",
    arguments: 0..<3 as Range<UInt64>)
  func cutAnywhere(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let events = (0..<8).flatMap { part in
      ScenarioEvents.draw(using: &random).filter(\.isOfTheContract).map { $0.renamed("\(part)") }
    }
    let batches = stride(from: 0, to: events.count, by: 20).map { Array(events[$0..<min($0 + 20, events.count)]) }
    let folder = try TemporaryFolder()
    let desk = try await Desk(SQLiteStore(path: folder.database, telling: Desk.atOnce))
    for batch in batches { try await desk.take(batch, at: "2027-01-12 09:00") }

    // The store is idle and still open: the files are what a killed process leaves.
    let (database, log) = (try folder.bytes(), try folder.bytes(of: "dossierd.db-wal"))
    #expect(log.count > 100_000)
    for cut in [log.count] + (0..<8).map({ _ in Int.random(in: 0..<log.count, using: &random) }) {
      let copy = try TemporaryFolder()
      try copy.write(database)
      try copy.write(log.prefix(cut), to: "dossierd.db-wal")
      try await goesOn(copy, batches, isWhole: cut == log.count)
    }
  }

  @Test("each commit waits until it is on the disk, those after a message was tried alone too")
  func synchronous() async throws {
    let folder = try TemporaryFolder()
    let store = try SQLiteStore(path: folder.database)
    #expect(try await store.query { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
    // 2 is FULL: SQLite, "PRAGMA synchronous".
    #expect(try await store.query { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2)
    _ = try await store.beginTry(of: [1, 2, 3])
    try await store.endTry(of: [1, 2, 3])
    #expect(try await store.query { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2)
  }

  private func goesOn(_ folder: TemporaryFolder, _ batches: [[Event]], isWhole: Bool) async throws {
    let desk = try await Desk(SQLiteStore(path: folder.database, telling: Desk.atOnce))
    let received = try await desk.store.counts().received
    let sums = batches.indices.map { batches[...$0].map(\.count).reduce(0, +) }
    let whole = try #require(received == 0 ? 0 : sums.firstIndex(of: received).map { $0 + 1 }, "half a batch is there")
    #expect(!isWhole || whole == batches.count)
    try await expect(desk, folder, batches.prefix(whole).flatMap(\.self))
    for batch in batches.dropFirst(max(whole - 1, 0)) { try await desk.take(batch, at: "2027-01-12 09:00") }
    try await expect(desk, folder, batches.flatMap(\.self))
  }

  private func expect(_ desk: Desk, _ folder: TemporaryFolder, _ events: [Event]) async throws {
    try await desk.store.raiseAll(at: PowerCutTests.now)
    let wanted = ExpectedState(events, rules: SampleRules.rules, at: PowerCutTests.now)
    let kept = try KeptState(path: folder.database)
    #expect(wanted.misses(in: kept).isEmpty)
    #expect(kept.firing == wanted.firing)
  }
}

extension Event {
  /// The same event under an identity of its own; a voiding speaks of events renamed alike.
  func renamed(_ name: String) -> Event {
    func renamed(_ identity: EventIdentity) -> EventIdentity {
      EventIdentity(source: identity.source, id: "\(name)-\(identity.id)")
    }
    var fact = fact
    if case .voided(let voiding) = fact {
      fact = .voided(Voiding(voided: renamed(voiding.voided), reason: voiding.reason))
    }
    return Event(identity: renamed(identity), time: time, fact: fact)
  }
}
