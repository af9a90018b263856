import Dossiers
import Foundation
import GRDB
import Store
import TestSupport
import Testing

struct RestoreTests {
  private let folder: TemporaryFolder
  private let backups: BackupFolder

  init() throws {
    folder = try TemporaryFolder()
    backups = BackupFolder(path: folder.path + "/backups")
  }

  private var elsewhere: String { folder.path + "/restored.db" }

  private func story() -> Scenario {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15")
    return story
  }

  private func whyNot(_ file: String, to path: String) -> String? {
    do {
      _ = try StoreFile.restore(file, to: path, at: instant("2026-03-05 08:00"))
      return nil
    } catch { return "\(error)" }
  }

  @Test("what is restored goes on: what was known falls out, and what is told again ends in the same state")
  func goesOn() async throws {
    var story = story()
    var made: BackupFile?
    var wanted: CaseReport?
    do {
      let desk = try await Desk(SQLiteStore(path: folder.database))
      try await desk.take(story, at: "2026-03-02 10:00")
      made = try backups.make(of: folder.database, at: instant("2026-03-02 11:00"))
      story.scan(.delivered, at: "2026-03-03 09:00")
      try await desk.take(story, from: 1, at: "2026-03-03 10:00")
      wanted = try await desk.report(at: "2026-03-05 09:00")
    }
    let backup = try #require(made)
    #expect(try StoreFile.restore(backup.path, to: elsewhere, at: instant("2026-03-05 08:00")).events == 1)
    let again = try await Desk(SQLiteStore(path: elsewhere))
    let taken = try await again.take(story, at: "2026-03-05 08:30")
    #expect(taken.duplicates == 1 && taken.committed == 1)
    #expect(try await again.report(at: "2026-03-05 09:00") == wanted)
    #expect(try FileManager.default.attributesOfItem(atPath: elsewhere)[.posixPermissions] as? Int == 0o600)
  }

  @Test("no number of a mail, notice or alert that was given after the backup is given a second time")
  func numbers() async throws {
    func tell(_ path: String) async throws -> (mail: Int64, notices: [Int64], alerts: [Int64]) {
      let desk = try await Desk(SQLiteStore(path: path, telling: Desk.atOnce))
      try await desk.take(story(), at: "2026-03-02 10:00")
      try await desk.raise(at: "2026-03-09 10:00")
      let mail = try #require(try await desk.claim(at: "2026-03-09 10:00"))
      let alerts = try await desk.store.alerts(firingOnly: false, limit: 10).map(\.id)
      return (mail.id, mail.notices.map(\.id), alerts)
    }
    do { _ = try await Desk(SQLiteStore(path: folder.database)) }
    let made = try backups.make(of: folder.database, at: instant("2026-03-02 09:00"))
    let lost = try await tell(folder.database)
    _ = try StoreFile.restore(made.path, to: elsewhere, at: instant("2026-03-09 09:00"))
    let again = try await tell(elsewhere)
    #expect(again.mail != lost.mail && Set(again.notices).isDisjoint(with: lost.notices))
    #expect(!lost.alerts.isEmpty && Set(again.alerts).isDisjoint(with: lost.alerts))
  }

  @Test("a store that is there, or what is left of one, is never written over, and the way out is said")
  func refusesToOverwrite() async throws {
    do { try await Desk(SQLiteStore(path: folder.database)).take(story(), at: "2026-03-02 10:00") }
    let made = try backups.make(of: folder.database, at: instant("2026-03-02 11:00"))
    let before = try folder.bytes()
    #expect(whyNot(made.path, to: folder.database)?.contains("mkdir") == true)
    #expect(try folder.bytes() == before)
    try folder.write(Data([1]), to: "restored.db-wal")
    #expect(whyNot(made.path, to: elsewhere)?.contains("is there already") == true)
    #expect(!FileManager.default.fileExists(atPath: elsewhere))
  }

  @Test("a daemon that runs on the store is not robbed of it, even where its file is gone")
  func refusesBesideOwner() async throws {
    let desk = try await Desk(SQLiteStore(path: folder.database))
    try await desk.take(story(), at: "2026-03-02 10:00")
    let made = try backups.make(of: folder.database, at: instant("2026-03-02 11:00"))
    for suffix in ["", "-wal", "-shm"] { try FileManager.default.removeItem(atPath: folder.database + suffix) }
    #expect(whyNot(made.path, to: folder.database)?.contains("held by another dossierd") == true)
    #expect(!FileManager.default.fileExists(atPath: folder.database))
    _ = desk
  }

  @Test("a file that is damaged, of a newer program or no store is refused, and nothing is left where it was to go")
  func refusesUnsound() async throws {
    do { try await Desk(SQLiteStore(path: folder.database)).take(story(), at: "2026-03-02 10:00") }
    let made = try backups.make(of: folder.database, at: instant("2026-03-02 11:00"))
    let bytes = try Data(contentsOf: URL(fileURLWithPath: made.path))
    try folder.write(bytes.prefix(8192), to: "short.db")
    try folder.write(Data("no database".utf8), to: "none.db")
    try folder.write(bytes, to: "newer.db")
    try await DatabaseQueue(path: folder.path + "/newer.db").write { db in
      try db.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('of tomorrow')")
    }
    #expect(whyNot(folder.path + "/newer.db", to: elsewhere)?.contains("newer dossierd") == true)
    for name in ["short.db", "none.db", "nowhere.db"] {
      #expect(whyNot("\(folder.path)/\(name)", to: elsewhere) != nil, "\(name)")
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(!left.contains { $0.hasPrefix("restored.db") && $0 != "restored.db.lock" })
  }
}
