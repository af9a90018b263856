internal import CSQLite
public import Dossiers
import Foundation
import GRDB
import Synchronization

/// The store in one SQLite file.
///
/// One connection both writes and checkpoints: in SQLite 3.40 resetting the WAL while another connection checkpoints
/// can damage the file. Readers open it read-only and never checkpoint.
public final class SQLiteStore: Sendable {
  /// What the file is opened for.
  public enum Access: Sendable, Hashable {
    /// By the one program that writes.
    case owner
    /// Beside it, for reading.
    case reader
  }

  let database: DatabaseQueue
  let working = Mutex<Working?>(nil)
  let telling: Mutex<Telling>
  let path: String
  let archivePath: String
  /// Whether what is read is store and archive as one.
  let readsArchive: Bool
  let unclaimedAfter: Span
  private let lock: OwnerLock?

  /// Opens the database at `path`, and makes it where an owner finds none.
  ///
  /// A reader sees the archive with it, where dossiers were moved there and it is there. One that an earlier program wrote
  /// is brought to the present schema by its owner, after a backup.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - access: what it is opened for.
  ///   - telling: who is told of what, and when.
  ///   - unclaimedAfter: how long a scan may wait for its item's acceptance.
  ///   - backups: where a backup is made before an upgrade; nil for the folder beside the file.
  ///   - archive: the archive that goes with it; nil for the one beside the file.
  ///   - migrating: called again and again while an owner gives an older database this program's form.
  /// - Throws: `StoreError` where it cannot be opened, is held by another owner, or was written by a newer program.
  public init(
    path: String, access: Access = .owner, telling: Telling = Telling(), unclaimedAfter: Span = .days(7),
    backups: BackupFolder? = nil, archive: String? = nil, migrating: @escaping @Sendable () -> Void = {}
  ) throws(StoreError) {
    self.telling = Mutex(telling)
    self.path = path
    self.unclaimedAfter = unclaimedAfter
    lock = access == .owner ? try OwnerLock(path: path) : nil
    archivePath = archive ?? SQLiteStore.archive(besideStore: path)
    let backups = backups ?? BackupFolder(besideStore: path)
    database = try SQLiteStore.open(path, access, backups, migrating)
    readsArchive = access == .reader ? try SQLiteStore.join(archivePath, database) : false
    if access == .owner { upgradeArchive(backups) }
  }

  /// The archive that goes with a store where the settings name no other.
  public static func archive(besideStore store: String) -> String {
    URL(fileURLWithPath: store).deletingLastPathComponent().appending(path: "archive.sqlite").path
  }

  /// Has a reader see the archive as well; says whether it does.
  private static func join(_ archive: String, _ database: DatabaseQueue) throws(StoreError) -> Bool {
    do {
      guard KeptFile.isThere(archive), try database.read({ try ArchiveFile.state(archive, isRead: true, $0) }) != nil
      else { return false }
      try database.writeWithoutTransaction { db in
        try ArchiveFile.attach(archive, db)
        guard try Bool.fetchOne(db, sql: ArchiveFile.isPresent) == true else {
          throw StoreError.olderSchema(path: archive)
        }
        try ArchiveFile.join(db)
      }
      return true
    } catch let error as StoreError {
      throw error
    } catch {
      throw .cannotOpen(path: archive, why: "\(error)")
    }
  }

  /// Once a process, before its first connection.
  private static let memoryUncounted: Void = dossierd_sqlite_leave_memory_uncounted()

  private static func open(
    _ path: String, _ access: Access, _ backups: BackupFolder, _ migrating: @escaping @Sendable () -> Void
  ) throws(StoreError) -> DatabaseQueue {
    memoryUncounted
    if access == .reader, !FileManager.default.fileExists(atPath: path) {
      throw .cannotOpen(path: path, why: "there is no such file")
    }
    if access == .owner { try FileCheck.prepare(path) }
    var configuration = Configuration()
    configuration.label = "dossierd.store"
    configuration.readonly = access == .reader
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { db in
      // By ourselves: GRDB, asked for a WAL, also asks that a commit need not wait for the disk.
      if access == .owner { try db.execute(sql: "PRAGMA journal_mode = WAL") }
      try db.execute(sql: "PRAGMA synchronous = FULL")
      try db.execute(sql: "PRAGMA wal_autocheckpoint = \(access == .owner ? 4000 : 0)")
      try db.execute(sql: "PRAGMA cache_size = -16000")
    }
    do {
      let database = try DatabaseQueue(path: path, configuration: configuration)
      let migrator = Schema.migrator
      if try database.read(migrator.hasBeenSuperseded) { throw StoreError.newerSchema(path: path) }
      if access == .owner {
        try Upgrade.run(database, at: path, into: backups, saying: migrating)
      } else if try !database.read(migrator.hasCompletedMigrations) {
        throw StoreError.olderSchema(path: path)
      }
      return database
    } catch let error as StoreError {
      throw error
    } catch {
      throw .cannotOpen(path: path, why: "\(error)")
    }
  }

  /// Runs one transaction over what is kept in memory; where it fails, be it at the commit, that is thrown away.
  func change<Value: Sendable>(
    at now: Instant, cause: Cause = .daemon,
    _ body: @Sendable @escaping (inout Transaction, inout Working) throws -> Value
  ) async throws(StoreError) -> Value {
    try await StoreError.wrapping {
      try await self.database.writeWithoutTransaction { db in
        try self.working.withLock { kept in
          var state = try kept ?? Working(db, telling: self.telling.withLock { $0 })
          kept = nil
          var transaction = try Transaction(db, at: now, cause: cause)
          try db.execute(sql: "BEGIN IMMEDIATE")
          do {
            let value = try body(&transaction, &state)
            try db.execute(sql: "COMMIT")
            kept = state
            return value
          } catch {
            if db.isInsideTransaction { try? db.execute(sql: "ROLLBACK") }
            throw error
          }
        }
      }
    }
  }

  func look<Value: Sendable>(
    _ body: @Sendable @escaping (Database, Working) throws -> Value
  ) async throws(StoreError) -> Value {
    try await StoreError.wrapping {
      try await self.database.read { db in
        let state = try self.working.withLock { kept in
          let state = try kept ?? Working(db, telling: self.telling.withLock { $0 })
          // A reader is not told what the owner changes.
          if self.lock != nil { kept = state }
          return state
        }
        return try body(db, state)
      }
    }
  }

  func query<Value: Sendable>(
    _ body: @Sendable @escaping (Database) throws -> Value
  ) async throws(StoreError) -> Value {
    try await StoreError.wrapping { try await self.database.read(body) }
  }
}
