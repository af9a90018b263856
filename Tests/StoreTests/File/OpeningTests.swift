import Dossiers
import Foundation
import GRDB
import Store
import TestSupport
import Testing

struct OpeningTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func story() -> Scenario {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15")
    story.scan(.lost, at: "2026-03-02 09:00")
    return story
  }

  /// Makes a database with a story in it, and closes it.
  private func makeDatabase() async throws {
    try await Desk(SQLiteStore(path: folder.database)).take(story(), at: "2026-03-02 10:00")
  }

  private func whyNot(_ access: SQLiteStore.Access = .owner) -> String? {
    do {
      _ = try SQLiteStore(path: folder.database, access: access)
      return nil
    } catch { return "\(error)" }
  }

  @Test("a second owner is refused in words, and taken once the first is gone")
  func twoOwners() async throws {
    var first: SQLiteStore? = try SQLiteStore(path: folder.database)
    #expect(whyNot()?.contains("held by another dossierd") == true)
    _ = try await first?.counts()
    first = nil
    #expect(whyNot() == nil)
  }

  @Test("a database that another program has for itself for a moment is waited for")
  func heldForAMoment() async throws {
    try await makeDatabase()
    var configuration = Configuration()
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA locking_mode = EXCLUSIVE") }
    let other = try DatabaseQueue(path: folder.database, configuration: configuration)
    try await other.write { try $0.execute(sql: "PRAGMA user_version = 1") }
    let leaving = Task {
      // Within it whoever doesn't wait has failed.
      try await Task.sleep(for: .milliseconds(300))
      try other.close()
    }
    #expect(whyNot() == nil)
    try await leaving.value
  }

  @Test("what was told is the same after the file is opened again")
  func reopening() async throws {
    var before: CaseReport?
    var alerts: [AlertLine] = []
    do {
      let desk = try await Desk(SQLiteStore(path: folder.database))
      try await desk.take(story(), at: "2026-03-02 10:00")
      try await desk.raise(at: "2026-03-09 10:00")
      before = try await desk.report(at: "2026-03-09 10:00")
      alerts = try await desk.store.alerts(firingOnly: false, limit: 10)
    }
    let again = try await Desk(SQLiteStore(path: folder.database))
    #expect(before != nil)
    #expect(try await again.report(at: "2026-03-09 10:00") == before)
    #expect(try await again.store.alerts(firingOnly: false, limit: 10) == alerts)
    #expect(try await again.take(story(), at: "2026-03-09 11:00").duplicates == 2)
  }

  @Test("a database and its companions are for their owner's eyes alone")
  func rights() async throws {
    let desk = try await Desk(SQLiteStore(path: folder.database))
    try await desk.take(story(), at: "2026-03-02 10:00")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/\(name)")
      #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
    }
  }

  @Test("a reader beside the owner sees what was committed, and takes nothing")
  func readerBesideOwner() async throws {
    let owner = try await Desk(SQLiteStore(path: folder.database))
    let reader = try SQLiteStore(path: folder.database, access: .reader)
    #expect(try await reader.report(on: code(Scenario.dossier), at: instant("2026-03-02 10:00")) == nil)
    try await owner.take(story(), at: "2026-03-02 10:00")
    let seen = try await reader.report(on: code(Scenario.dossier), at: instant("2026-03-02 10:00"))
    #expect(seen != nil)
    #expect(try await owner.report(at: "2026-03-02 10:00") == seen)
    await #expect(throws: StoreError.self) { try await reader.probe(at: instant("2026-03-02 11:00")) }
  }

  @Test("a reader of a database that is not there is refused, and makes none")
  func readerOfNothing() {
    #expect(whyNot(.reader)?.contains("there is no such file") == true)
    #expect(!FileManager.default.fileExists(atPath: folder.database))
  }

  @Test("a database of a newer program is refused and left as it is", arguments: [SQLiteStore.Access.owner, .reader])
  func newerSchema(_ access: SQLiteStore.Access) async throws {
    try await makeDatabase()
    try await DatabaseQueue(path: folder.database).write { db in
      try db.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('of tomorrow')")
    }
    let before = try folder.bytes()
    #expect(whyNot(access)?.contains("newer dossierd") == true)
    #expect(try folder.bytes() == before)
  }

  @Test("a database of another program is refused and left as it is")
  func foreignDatabase() async throws {
    try await DatabaseQueue(path: folder.database).write { db in try db.execute(sql: "CREATE TABLE books (title)") }
    let before = try folder.bytes()
    #expect(whyNot()?.contains("another program") == true)
    #expect(try folder.bytes() == before)
  }

  @Test("a file that is no database is refused and left as it is")
  func noDatabase() throws {
    try folder.write(Data("Kính gửi Ủy ban nhân dân, ".utf8) + Data(repeating: 65, count: 8192))
    let before = try folder.bytes()
    #expect(whyNot()?.contains("cannot open the database") == true)
    #expect(try folder.bytes() == before)
  }

  @Test("a database with a damaged header is refused and left as it is")
  func damagedHeader() async throws {
    try await makeDatabase()
    var bytes = try folder.bytes()
    bytes.replaceSubrange(0..<40, with: Data(repeating: 0xAA, count: 40))
    try folder.write(bytes)
    #expect(whyNot() != nil)
    #expect(try folder.bytes() == bytes)
  }

  @Test("a missing database whose log of changes is there is refused, and the log is left as it is")
  func missingBesideLog() async throws {
    try folder.write(Data(repeating: 7, count: 4096), to: "dossierd.db-wal")
    #expect(whyNot()?.contains("holds changes") == true)
    #expect(try folder.bytes(of: "dossierd.db-wal") == Data(repeating: 7, count: 4096))
  }

  @Test("nothing is done before rules were adopted")
  func noRules() async throws {
    let store = try SQLiteStore(path: folder.database)
    for _ in 0..<2 {
      await #expect(throws: StoreError.self) { try await store.take([], recorded: instant("2026-03-02 08:00")) }
    }
    _ = try await store.adopt(Desk.document, at: instant("2026-03-02 08:00"))
    #expect(try await store.take([], recorded: instant("2026-03-02 08:00")) == Taken())
  }
}
