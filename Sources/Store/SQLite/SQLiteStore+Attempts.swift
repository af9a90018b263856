public import Dossiers
import GRDB

/// How runs and lone tries ended, so that a message that ends the process is known by it.
extension SQLiteStore {
  /// Notes that a run begins; says whether the one before it never ended.
  public func beginRun(at now: Instant) async throws(StoreError) -> Bool {
    try await StoreError.wrapping {
      try await self.database.write { db in
        try db.execute(
          sql: "INSERT OR IGNORE INTO runs (id, began) VALUES (1, ?)", arguments: [now.microseconds])
        let followsCrash = db.changesCount == 0
        // The file has one owner: whoever claimed them is gone, and may have sent them first.
        try db.execute(sql: "UPDATE mails SET lease = NULL, uncertain = 1 WHERE lease IS NOT NULL")
        return followsCrash
      }
    }
  }

  /// Notes that the run ends in order.
  public func endRun() async throws(StoreError) {
    try await StoreError.wrapping {
      try await self.database.write { try $0.execute(sql: "DELETE FROM runs") }
    }
  }

  /// Notes that a message is about to be tried alone; says how many earlier tries of it never ended.
  public func beginTry(of body: [UInt8]) async throws(StoreError) -> Int {
    try await changeForThisMachine { db in
      try Int.fetchOne(
        db,
        sql: """
          INSERT INTO attempts (digest, tries) VALUES (?, 1)
          ON CONFLICT (digest) DO UPDATE SET tries = tries + 1 RETURNING tries - 1
          """, arguments: [digest(of: body)]) ?? 0
    }
  }

  /// Notes that the try of a message ended.
  public func endTry(of body: [UInt8]) async throws(StoreError) {
    try await changeForThisMachine { db in
      try db.execute(sql: "DELETE FROM attempts WHERE digest = ?", arguments: [digest(of: body)])
    }
  }

  /// Writes what must outlive the process but not the power: no wait for the disk, as a message that ends the process
  /// doesn't cut the power.
  private func changeForThisMachine<Value: Sendable>(
    _ body: @Sendable @escaping (Database) throws -> Value
  ) async throws(StoreError) -> Value {
    try await StoreError.wrapping {
      try await self.database.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA synchronous = NORMAL")
        let result = Result { try body(db) }
        try db.execute(sql: "PRAGMA synchronous = FULL")
        return try result.get()
      }
    }
  }
}

/// FNV-1a: enough to tell a message from its neighbours, and no secret hangs on it.
private func digest(of body: [UInt8]) -> Int64 {
  Int64(bitPattern: body.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 })
}
