public import Dossiers
import GRDB
import Synchronization

extension SQLiteStore {
  /// Moves the closed dossiers among the next `limit` after `cursor` of which nothing was heard since `before`.
  ///
  /// The events leave the log, which is the truth only with its archive from then on; their numbers are never given
  /// anew. Signs of life, lists, closures, voided notes and voidings stay: they are no dossier's alone.
  public func archive(
    before: Instant, after cursor: Int64, limit: Int, at now: Instant
  ) async throws(StoreError) -> ArchivedPortion {
    try await StoreError.wrapping { [path = archivePath, store = path] in
      try await self.database.writeWithoutTransaction { db in
        let working = try self.working.withLock { kept in
          try kept ?? Working(db, telling: self.telling.withLock { $0 })
        }
        let bound = DossierKeys.range(from: CalendarMonth(LocalDate(before)), through: CalendarMonth(LocalDate(before)))
        let keys = try Int64.fetchAll(
          db,
          sql: """
            SELECT key FROM dossiers WHERE key > ? AND key < ? AND next IS NULL AND stage IN (6, 7, 8)
            ORDER BY key LIMIT ?
            """, arguments: [cursor, bound.upperBound, limit])
        let last = try Int64.fetchOne(db, sql: "SELECT max(seq) FROM events") ?? 0
        var groups: [ArchiveGroup] = []
        var moved: Set<Int64> = []
        for key in keys where !moved.contains(key) {
          guard let group = try ArchiveGroup(key, before: before, last: last, working, db) else { continue }
          groups.append(group)
          moved.formUnion(group.dossiers.keys)
        }
        if !groups.isEmpty {
          try ArchiveFile.prepare(path, like: store)
          try db.execute(sql: "ATTACH DATABASE ? AS archive", arguments: [path])
          defer { try? db.execute(sql: "DETACH DATABASE archive") }
          try db.execute(sql: "PRAGMA archive.synchronous = FULL")
          // The items at hand are not those of the tables any more, whatever comes of it.
          self.working.withLock { $0 = nil }
          try ArchiveMove(db: db, archive: path).move(groups, at: now)
        }
        return ArchivedPortion(
          dossiers: moved.count, events: groups.reduce(0) { $0 + $1.events.count },
          next: keys.count == limit ? keys.last : nil)
      }
    }
  }

  /// What was ever moved to the archive; nil where nothing was.
  public func archiveState() async throws(StoreError) -> ArchiveState? {
    try await query { [path = archivePath, isRead = readsArchive] db in
      try ArchiveFile.state(path, isRead: isRead, db)
    }
  }

  /// Brings the archive to the present schema, as it is read with the store, after a copy of it as it was; where that
  /// fails, it stays as it is, and its readers say so.
  func upgradeArchive(_ backups: BackupFolder) {
    guard archivePath != path, KeptFile.isThere(archivePath) else { return }
    do {
      guard let until = try database.read(ArchivedUntil.read) else { return }
      if try !ArchiveFile.isCurrent(archivePath) {
        try KeptFile.makeFolder(backups.path, like: path)
        _ = try backups.keepArchive(at: archivePath, until: until)
      }
      try ArchiveFile.prepare(archivePath, like: path)
    } catch {}
  }
}
