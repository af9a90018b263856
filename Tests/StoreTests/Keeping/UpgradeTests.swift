import Dossiers
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Store

struct UpgradeTests {
  private let folder: TemporaryFolder
  private let backups: BackupFolder

  init() throws {
    folder = try TemporaryFolder()
    backups = BackupFolder(besideStore: folder.database)
  }

  /// A database as an earlier program left it, with something in it or not.
  private func makeOld(holdingSomething: Bool = true) async throws {
    let database = try DatabaseQueue(path: folder.database)
    try Schema.migrator.migrate(database, upTo: "receivers")
    if holdingSomething {
      try await database.write { db in _ = try RulesLog.append(Desk.document, at: instant("2026-01-01 08:00"), db) }
    }
    try database.close()
  }

  private func steps(of path: String) async throws -> Set<String> {
    try await DatabaseQueue(path: path).read { try Schema.migrator.appliedIdentifiers($0) }
  }

  @Test("a store of an earlier program is backed up as it was, brought up to date, and goes on")
  func upgrades() async throws {
    try await makeOld()
    let before = try await steps(of: folder.database)
    let desk = try await Desk(SQLiteStore(path: folder.database))
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15")
    #expect(try await desk.take(story, at: "2026-03-02 10:00").committed == 1)
    let backup = try #require(backups.backups().first)
    #expect(backups.backups().count == 1 && backup.occasion == .upgrade)
    #expect(try StoreFile.verified(backup.path).isOlder)
    #expect(try await steps(of: backup.path) == before)
  }

  @Test("no backup is made of what holds nothing, nor where nothing is to change")
  func onlyWhereDue() async throws {
    try await makeOld(holdingSomething: false)
    for _ in 0..<2 { _ = try await Desk(SQLiteStore(path: folder.database)) }
    #expect(backups.backups().isEmpty)
  }

  @Test("a step that fails leaves the store as it was, for the previous program to go on with")
  func allOrNothing() async throws {
    try await makeOld()
    try await DatabaseQueue(path: folder.database).write { try $0.execute(sql: "CREATE TABLE totals (broken)") }
    let before = try await steps(of: folder.database)
    #expect(throws: StoreError.self) { try SQLiteStore(path: folder.database) }
    #expect(try await steps(of: folder.database) == before)
    #expect(backups.backups().count == 1)
  }

  @Test("where no backup can be made, nothing is changed, and that is said")
  func noRoom() async throws {
    try await makeOld()
    let before = try await steps(of: folder.database)
    try folder.write(Data(), to: "backups")
    #expect(throws: StoreError.self) { try SQLiteStore(path: folder.database) }
    #expect(try await steps(of: folder.database) == before)
  }

  @Test("a reader of an older store changes nothing, and says what to do")
  func reader() async throws {
    try await makeOld()
    let before = try await steps(of: folder.database)
    do {
      _ = try SQLiteStore(path: folder.database, access: .reader)
      Issue.record("it was read")
    } catch { #expect("\(error)".contains("older dossierd")) }
    #expect(try await steps(of: folder.database) == before)
  }

  @Test("a backup of an earlier program is brought up to date where it is restored, and stays as it is itself")
  func restoredOld() async throws {
    try await makeOld()
    let made = try backups.make(of: folder.database, at: instant("2026-03-02 11:00"))
    let before = try Data(contentsOf: URL(fileURLWithPath: made.path))
    let copy = folder.path + "/copy.db"
    #expect(try StoreFile.restore(made.path, to: copy, at: instant("2026-03-05 08:00")).isOlder)
    _ = try SQLiteStore(path: copy, access: .reader)
    #expect(try Data(contentsOf: URL(fileURLWithPath: made.path)) == before)
  }
}
