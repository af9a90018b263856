public import Dossiers
import Foundation
import GRDB

/// A file of the store that no program has in use: a backup, or what is to become the store.
public enum StoreFile {
  /// What the file at `path` holds, once every page of it was looked at.
  /// - Throws: `StoreError.unsound` where it is damaged, or no store of ours.
  public static func verified(_ path: String) throws(StoreError) -> VerifiedStore {
    try verified(path, named: path)
  }

  /// The same of a copy, called by the name of what it is a copy of.
  private static func verified(_ copy: String, named path: String) throws(StoreError) -> VerifiedStore {
    guard KeptFile.isThere(copy) else { throw .cannotOpen(path: path, why: "there is no such file") }
    do {
      return try DatabaseQueue(path: copy, configuration: .reading).read { db in
        let problems = try String.fetchAll(db, sql: "PRAGMA integrity_check(3)")
        guard problems == ["ok"] else { throw StoreError.unsound(path: path, why: problems.joined(separator: "; ")) }
        guard try db.tableExists("grdb_migrations") else {
          throw StoreError.unsound(path: path, why: "it is a database of another program")
        }
        let migrator = Schema.migrator
        if try migrator.hasBeenSuperseded(db) { throw StoreError.newerSchema(path: path) }
        let applied = try migrator.appliedIdentifiers(db)
        guard applied.contains("log"), applied.contains("telling") else {
          throw StoreError.unsound(path: path, why: "it is a database of another program, or one never used")
        }
        if let row = try Row.fetchOne(db, sql: "PRAGMA foreign_key_check") {
          throw StoreError.unsound(path: path, why: "a row of \(row["table"] as String? ?? "?") points to nothing")
        }
        let recorded = try Int64.fetchOne(db, sql: "SELECT recorded FROM events ORDER BY seq DESC LIMIT 1")
        return VerifiedStore(
          events: try Int.fetchOne(db, sql: "SELECT count(*) FROM events") ?? 0,
          lastRecorded: recorded.map { Instant(microseconds: $0) },
          waiting: try Int.fetchOne(db, sql: "SELECT count(*) FROM outbox") ?? 0,
          archived: try ArchivedUntil.read(db),
          isOlder: try !migrator.hasCompletedMigrations(db))
      }
    } catch let error as StoreError {
      throw error
    } catch {
      throw .unsound(path: path, why: (error as? DatabaseError)?.message ?? "\(error)")
    }
  }

  /// How far the store at `path` was archived; nil where nothing was ever moved from it.
  public static func archived(_ path: String) throws(StoreError) -> ArchivedUntil? {
    do {
      return try DatabaseQueue(path: path, configuration: .reading).read { try ArchivedUntil.read($0) }
    } catch {
      throw .cannotOpen(path: path, why: "\(error)")
    }
  }

  /// Puts a copy of the sound file at `file` where the store belongs, for the daemon to go on from.
  ///
  /// Where dossiers had been moved from it to an archive, and none is at `archive`, the copy that was kept beside `file` is
  /// put there first.
  ///
  /// It is brought to the present schema, and no number that mails, alerts or parked messages had after `file` was made
  /// is given a second time: a mail server would take another mail under a known Message-ID for the same one, and the
  /// link of an old mail would acknowledge another alert.
  /// - Throws: `StoreError.alreadyThere` where there is a store, or what is left of one.
  public static func restore(
    _ file: String, to path: String, archive: String? = nil, at now: Instant
  ) throws(StoreError) -> VerifiedStore {
    let lock = try OwnerLock(path: path)
    return try withExtendedLifetime(lock) { () throws(StoreError) in
      // Another store's log of changes would be read into this one.
      for suffix in ["", "-wal", "-shm", "-journal"] where KeptFile.isThere(path + suffix) {
        throw .alreadyThere(path: path + suffix, store: path)
      }
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
      var verified: VerifiedStore?
      try KeptFile.write(path, part: path + ".restoring", like: folder) { (part) throws(StoreError) in
        try DatabaseCopy.make(of: file, at: part)
        let held = try StoreFile.verified(part, named: file)
        if let archive, let until = held.archived { try restoreArchive(until, besides: file, to: archive, like: part) }
        verified = held
        try prepare(part, at: now)
      }
      guard let verified else { throw .cannotKeep(path: path, why: "nothing was copied") }
      return verified
    }
  }

  private static func restoreArchive(
    _ until: ArchivedUntil, besides file: String, to archive: String, like store: String
  ) throws(StoreError) {
    let folder = BackupFolder(path: URL(fileURLWithPath: file).deletingLastPathComponent().path)
    guard !KeptFile.isThere(archive), let copy = folder.archive(for: until) else { return }
    try KeptFile.makeFolder(URL(fileURLWithPath: archive).deletingLastPathComponent().path, like: store)
    try KeptFile.write(archive, part: archive + ".restoring", like: store) { (part) throws(StoreError) in
      try DatabaseCopy.make(of: copy.path, at: part)
      _ = try verified(part, named: copy.path)
    }
  }

  private static func prepare(_ part: String, at now: Instant) throws(StoreError) {
    do {
      let database = try DatabaseQueue(path: part)
      try Schema.migrate(database)
      try database.write { try Numbering.skip(at: now, $0) }
      try database.close()
    } catch {
      throw .cannotKeep(path: part, why: "\(error)")
    }
  }
}

extension ArchivedUntil {
  /// What the store says that was moved; nil where nothing was, or by an earlier program that had no archive.
  static func read(_ db: Database) throws -> ArchivedUntil? {
    guard try db.tableExists("archived") else { return nil }
    return try Row.fetchOne(db, sql: "SELECT dossiers, until, at FROM archived").map { row in
      ArchivedUntil(
        dossiers: row["dossiers"], latest: Instant(microseconds: row["until"]), moved: Instant(microseconds: row["at"]))
    }
  }
}
