import Dossiers
import Foundation
import Store
import TestSupport
import Testing

struct FullDiskTests {
  @Test("a full disk takes nothing of a batch, and the store goes on when there is room")
  func fullDisk() async throws {
    let folder = try TemporaryFolder()
    try await ProcessRunner.succeed("mount", ["-t", "tmpfs", "-o", "size=32m", "tmpfs", folder.path])
    let outcome = await Result.catching { try await fillAndGoOn(folder) }
    try await ProcessRunner.succeed("umount", ["-l", folder.path])
    try outcome.get()
  }

  private func fillAndGoOn(_ folder: TemporaryFolder) async throws {
    let ballast = Data(repeating: 1, count: 26_000_000)
    try folder.write(ballast, to: "ballast")
    let store = try SQLiteStore(path: folder.database, telling: Desk.atOnce)
    let desk = try await Desk(store)
    var taken: [Event] = []
    var refused: [Event]?
    for batch in 0..<1000 {
      let events = stories(batch)
      do throws(StoreError) {
        _ = try await store.take(events.map { Desk.arrival($0) }, recorded: instant("2026-03-02 09:00"))
        taken += events
      } catch {
        guard case .cannotWrite = error else { throw error }
        refused = events
      }
      if refused != nil { break }
    }
    let lost = try #require(refused, "the disk never filled")
    #expect(!taken.isEmpty)
    #expect(try await store.counts().committed == taken.count)
    await #expect(throws: StoreError.self) {
      try await store.take(lost.map { Desk.arrival($0) }, recorded: instant("2026-03-02 09:00"))
    }
    #expect(try await desk.report("H18.101-260302-0000", at: "2026-03-02 10:00") != nil)

    try FileManager.default.removeItem(atPath: folder.path + "/ballast")
    try await store.probe(at: instant("2026-03-02 09:00"))
    let again = try await store.take((lost + lost).map { Desk.arrival($0) }, recorded: instant("2026-03-02 09:00"))
    #expect(again.committed == lost.count && again.duplicates == lost.count)
    try await desk.raise(at: "2026-03-09 08:00")
    let events = taken + lost
    let wanted = ExpectedState(events, rules: SampleRules.rules, at: instant("2026-03-09 08:00"))
    let kept = try KeptState(path: folder.database)
    #expect(wanted.misses(in: kept).isEmpty && kept.firing == wanted.firing)
    #expect(try await store.counts().committed == events.count)
  }

  /// Forty scans: twenty new envelopes, and one more scan of each of the twenty before.
  private func stories(_ batch: Int) -> [Event] {
    (0..<20).flatMap { number -> [Event] in
      let serial = batch * 20 + number
      var story = Scenario()
      story.accept(item(serial), at: "2026-03-02 08:15", dossiers: ["H18.101-260302-000\(serial)"])
      if batch > 0 { story.scan(item(serial - 20), .lost, at: "2026-03-02 08:30") }
      return story.events.enumerated().map { index, event in
        let identity = EventIdentity(source: event.identity.source, id: "s\(serial)-\(index)")
        return Event(identity: identity, time: event.time, fact: event.fact)
      }
    }
  }

  private func item(_ serial: Int) -> String {
    let digits = String(serial)
    return "EA" + String(repeating: "0", count: 8 - digits.count) + digits + "\(ItemID.checkDigit(serial))VN"
  }
}

extension Result where Failure == any Error {
  /// What `body` returns or throws.
  fileprivate static func catching(_ body: () async throws -> Success) async -> Result {
    do { return .success(try await body()) } catch { return .failure(error) }
  }
}
