import Dossiers
import Foundation
import Simulation
import Store
import TestSupport
import Testing

struct ArchiveTests {
  private static let now = instant("2033-01-10 08:00")
  private static let before = instant("2028-01-01 00:00")

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder(inMemory: true) }

  private var archive: String { SQLiteStore.archive(besideStore: folder.database) }

  /// Moves all that may leave, a few dossiers at a time.
  private func archiveAll(_ store: SQLiteStore) async throws -> (dossiers: Int, events: Int) {
    var (dossiers, events) = (0, 0)
    var cursor: Int64? = .min
    while let after = cursor {
      let portion = try await store.archive(before: Self.before, after: after, limit: 2, at: Self.now)
      dossiers += portion.dossiers
      events += portion.events
      cursor = portion.next
    }
    return (dossiers, events)
  }

  /// One dossier that is over, one that is not, and one that was heard of since.
  private func fill() async throws -> SQLiteStore {
    let store = try SQLiteStore(path: folder.database, telling: Desk.atOnce)
    let desk = try await Desk(store)
    var story = Scenario()
    for (number, item) in ["EA123456785VN", "EA000000014VN", "EA000000005VN"].enumerated() {
      let dossier = "H18.101-260302-000\(number + 1)"
      story.accept(item, at: "2026-03-02 08:15", carries: .result, agency: "H18.101", dossiers: [dossier])
      if number != 1 { story.scan(item, .delivered, at: "2026-03-0\(number + 3) 09:00") }
    }
    try await desk.take(story, at: "2026-03-06 10:00")
    story.accept("EA000000005VN", at: "2032-06-01 08:15", carries: .result, dossiers: ["H18.101-260302-0003"])
    try await desk.take(story, from: 5, at: "2032-06-01 10:00")
    return store
  }

  private func report(_ number: Int, _ store: SQLiteStore) async throws -> CaseReport? {
    try await store.report(on: code("H18.101-260302-000\(number)"), at: Self.now)
  }

  @Test("what is over for years is moved; what is not, or was heard of since, stays; a reader sees both as one")
  func moves() async throws {
    let store = try await fill()
    let first = try #require(try await report(1, store))
    let state = try await store.logState(knownBy: Self.now) {}
    let moved = try await archiveAll(store)
    #expect(moved.dossiers == 1 && moved.events == 2)
    #expect(try await report(1, store) == nil)
    for number in 2...3 { #expect(try await report(number, store) != nil) }
    #expect(try await store.logState(knownBy: Self.now, pause: {}) != state)

    let reader = try SQLiteStore(path: folder.database, access: .reader)
    #expect(try await report(1, reader) == first)
    #expect(try await reader.events(of: code("H18.101-260302-0001")).count == 2)
    #expect(try await reader.logState(knownBy: Self.now, pause: {}) == state)
    let alone = try SQLiteStore(path: archive, access: .reader)
    #expect(try await report(1, alone) == first)
    let mode = try FileManager.default.attributesOfItem(atPath: archive)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let told = try #require(try await reader.archiveState())
    #expect(told.dossiers == 1 && told.events == 2 && told.isRead && told.until == instant("2026-03-03 09:00"))
  }

  @Test("each of both counts its own dossiers by stage, and a reader of both all of them")
  func counts() async throws {
    let store = try await fill()
    let all = try await store.counts().dossiers
    _ = try await archiveAll(store)
    let alone = try await SQLiteStore(path: archive, access: .reader).counts().dossiers
    #expect(alone == ["done": 1])
    #expect(try await store.counts().dossiers.merging(alone, uniquingKeysWith: +) == all)
    #expect(try await SQLiteStore(path: folder.database, access: .reader).counts().dossiers == all)
  }

  @Test("the store goes on: what comes after a move is numbered on, and folds as before")
  func goesOn() async throws {
    let store = try await fill()
    _ = try await archiveAll(store)
    var story = Scenario()
    story.accept("EA000000014VN", at: "2033-01-09 08:15", carries: .result, dossiers: ["H18.101-330109-0001"])
    let desk = try await Desk(store)
    #expect(try await desk.take(story, at: "2033-01-09 09:00").committed == 1)
    var other = story
    other.scan("EA000000014VN", .delivered, at: "2033-01-10 07:00")
    #expect(try await desk.take(other, from: 1, at: "2033-01-10 07:30").committed == 1)
    #expect(try await store.rebuild(replacing: false, at: Self.now) { _ in }.differences.isEmpty)
  }

  @Test(
    "a move that was broken off between copy and removal is taken up by running it again, and read as one meanwhile")
  func brokenOff() async throws {
    var moved: (dossiers: Int, events: Int)?
    var state: LogState?
    do {
      let store = try await fill()
      state = try await store.logState(knownBy: Self.now) {}
      _ = try BackupFolder(path: folder.path + "/before").make(of: folder.database, at: Self.now)
      moved = try await archiveAll(store)
    }
    // The archive as it was when the power went, and the store as it was before.
    let before = try #require(BackupFolder(path: folder.path + "/before").backups().first)
    for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: folder.database + suffix) }
    try FileManager.default.copyItem(atPath: before.path, toPath: folder.database)
    let store = try SQLiteStore(path: folder.database, telling: Desk.atOnce)
    let reader = try SQLiteStore(path: folder.database, access: .reader)
    #expect(try await reader.logState(knownBy: Self.now, pause: {}) == state)
    let again = try await archiveAll(store)
    #expect(again.dossiers == moved?.dossiers && again.events == moved?.events)
    #expect(try await archiveAll(store).dossiers == 0)
    let joined = try SQLiteStore(path: folder.database, access: .reader)
    #expect(try await joined.logState(knownBy: Self.now, pause: {}) == state)
  }

  @Test("the archive is kept beside the backup once after each move, and is put back with it where it is lost")
  func kept() async throws {
    let backups = BackupFolder(path: folder.path + "/backups")
    var first: CaseReport?
    do {
      let store = try await fill()
      #expect(try StoreFile.archived(backups.make(of: folder.database, at: Self.now).path) == nil)
      first = try await report(1, store)
      _ = try await archiveAll(store)
    }
    let backup = try backups.make(of: folder.database, at: Self.now)
    let until = try #require(try StoreFile.archived(backup.path))
    #expect(until.dossiers == 1 && until.moved == Self.now)
    let kept = try #require(try backups.keepArchive(at: archive, until: until))
    #expect(kept.occasion == .archive && backups.archives() == [kept] && backups.backups().first == backup)
    #expect(try backups.keepArchive(at: archive, until: until) == nil)

    let elsewhere = try TemporaryFolder(inMemory: true)
    let found = SQLiteStore.archive(besideStore: elsewhere.database)
    let restored = try StoreFile.restore(backup.path, to: elsewhere.database, archive: found, at: Self.now)
    #expect(restored.archived == until)
    let reader = try SQLiteStore(path: elsewhere.database, access: .reader)
    #expect(try await report(1, reader) == first && first != nil)

    // One that is there is never written over, and one that is gone is said to be missing.
    try FileManager.default.removeItem(atPath: elsewhere.database)
    try Data("mine".utf8).write(to: URL(fileURLWithPath: found))
    _ = try StoreFile.restore(backup.path, to: elsewhere.database, archive: found, at: Self.now)
    #expect(try String(contentsOfFile: found, encoding: .utf8) == "mine")
    try FileManager.default.removeItem(atPath: kept.path)
    try FileManager.default.removeItem(atPath: archive)
    #expect(throws: StoreError.self) { try backups.keepArchive(at: archive, until: until) }
  }

  @Test("an archive that holds something else under the same numbers is refused, and nothing leaves the store")
  func foreign() async throws {
    let store = try await fill()
    let first = try await report(1, store)
    let other = try TemporaryFolder(inMemory: true)
    do {
      let desk = try await Desk(SQLiteStore(path: other.database, telling: Desk.atOnce))
      var story = Scenario()
      story.accept("EA000000014VN", at: "2026-03-02 08:15", office: "382500")
      try await desk.take(story, at: "2026-03-02 10:00")
    }
    let copy = try BackupFolder(path: other.path + "/copy").make(of: other.database, at: Self.now)
    try FileManager.default.copyItem(atPath: copy.path, toPath: archive)
    await #expect(throws: StoreError.self) { try await archiveAll(store) }
    #expect(try await report(1, store) == first)
  }

  @Test(
    "whatever happened, store and archive fold to what they hold, and together to what was", .timeLimit(.minutes(10)),
    arguments: 1...6 as ClosedRange<UInt64>)
  func anything(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    var faults = FaultRates()
    faults.lostItems = 0.02
    faults.voidings = 0.05
    faults.late = 0.05
    let plan = SimulationPlan(seed: seed, start: day("2026-03-02"), days: 10, dossiersPerDay: 6, faults: faults)
    let simulated = try Simulation(plan: plan, registry: SampleRules.registry, calendar: SampleRules.calendar)
    let events = simulated.map(\.event) + ScenarioEvents.draw(using: &random).filter(\.isOfTheContract)
    let store = try SQLiteStore(path: folder.database, telling: Desk.atOnce)
    let desk = try await Desk(store)
    _ = try await store.take(events.map { Desk.arrival($0) }, recorded: instant("2026-12-30 08:00"))
    try await store.raiseAll(at: instant("2026-12-30 09:00"))
    try await desk.tell(at: "2026-12-30 10:00")
    // Something young, behind which the last event of what is moved is not the last of all.
    var late = Scenario()
    late.accept("EA000000028VN", at: "2032-06-01 08:15", dossiers: ["H18.101-320601-0001"])
    try await desk.take(late, at: "2032-06-01 10:00")

    let state = try await store.logState(knownBy: Self.now) {}
    let dossiers = Set(events.flatMap(\.dossiers)).sorted { $0.text < $1.text }
    let wanted = try await reports(dossiers, store)
    let moved = try await archiveAll(store)
    #expect(moved.dossiers > 10, "seed \(seed)")
    #expect(try await store.rebuild(replacing: false, at: Self.now) { _ in }.differences.isEmpty, "seed \(seed)")
    let reader = try SQLiteStore(path: folder.database, access: .reader)
    #expect(try await reader.logState(knownBy: Self.now, pause: {}) == state, "seed \(seed)")
    #expect(try await reports(dossiers, reader) == wanted, "seed \(seed)")
    let alone = try SQLiteStore(path: archive)
    #expect(try await alone.rebuild(replacing: false, at: Self.now) { _ in }.differences.isEmpty, "seed \(seed)")
  }

  private func reports(_ dossiers: [DossierCode], _ store: SQLiteStore) async throws -> [CaseReport?] {
    var reports: [CaseReport?] = []
    for dossier in dossiers { reports.append(try await store.report(on: dossier, at: Self.now)) }
    return reports
  }
}

extension Event {
  /// The dossiers that it names.
  fileprivate var dossiers: [DossierCode] {
    switch fact {
    case .noted(let note): [note.dossier]
    default: fact.scan?.posting?.dossiers.map(\.code) ?? []
    }
  }
}
