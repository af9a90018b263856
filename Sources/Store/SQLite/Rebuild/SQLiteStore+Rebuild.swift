public import Dossiers
import GRDB
import Synchronization

extension SQLiteStore {
  /// Makes every projection anew from the log, compares it with what is kept, and, where `replacing` says so, puts it in
  /// its place if they differ; the deadlines are then planned anew by whoever opens the database next.
  ///
  /// Only an owner may do this, and so no daemon runs meanwhile. What was told to whom, and what is parked, is no
  /// projection and stays.
  public func rebuild(
    replacing: Bool, at now: Instant, progress: @Sendable @escaping (Int) -> Void
  ) async throws(StoreError) -> Rebuilt {
    var cursor: ReplanCursor? = .start
    while let from = cursor { cursor = try await replan(from: from, limit: 1_000, at: now) }
    return try await StoreError.wrapping { [path, telling = telling.withLock { $0 }] in
      let scratch = try ScratchStore(beside: path)
      var rebuilt = Rebuilt()
      rebuilt.events = try scratch.fold(telling: telling, progress: progress)
      try scratch.look(at: now, telling: telling)
      (rebuilt.items, rebuilt.dossiers, rebuilt.differences) = try await scratch.database.write { db in
        (
          try Int.fetchOne(db, sql: "SELECT count(*) FROM main.shipments") ?? 0,
          try Int.fetchOne(db, sql: "SELECT count(*) FROM main.dossiers") ?? 0,
          try RebuildComparison.differences(db)
        )
      }
      if replacing, !rebuilt.differences.isEmpty { try await self.replace(by: scratch, at: now) }
      try scratch.remove()
      return rebuilt
    }
  }

  private func replace(by scratch: ScratchStore, at now: Instant) async throws {
    let path = scratch.database.path
    try await database.writeWithoutTransaction { db in
      try db.execute(sql: "ATTACH DATABASE ? AS rebuilt", arguments: [path])
      try db.inTransaction {
        for table in ["agencies", "item_keys", "dossier_keys", "shipments", "dossiers", "devices", "stages"] {
          try db.execute(sql: "DELETE FROM main.\(table)")
          try db.execute(sql: "INSERT INTO main.\(table) SELECT * FROM rebuilt.\(table)")
        }
        try Transaction(db, at: now).beginReplanning()
        return .commit
      }
      try db.execute(sql: "DETACH DATABASE rebuilt")
    }
    working.withLock { $0 = nil }
  }
}
