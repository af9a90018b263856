import Dossiers
import GRDB

/// The changes of all alerts, in the order in which they were made.
enum AlertChanges {
  static func last(_ db: Database) throws -> Int64 {
    try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(id) FROM transitions")) ?? 0
  }

  static func read(after cursor: Int64, limit: Int, _ working: Working, _ db: Database) throws -> [AlertChange] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT t.id AS change, t.what, t.cause, t.event, a.* FROM transitions t JOIN alerts a ON a.id = t.alert
          WHERE t.id > ? ORDER BY t.id LIMIT ?
          """), arguments: [cursor, limit]
    ).map { row in
      AlertChange(
        id: row["change"], what: row["what"], cause: row["cause"],
        event: try (row["event"] as Int64?).flatMap { try LogReader.identity(of: $0, db) },
        alert: try AlertLines.line(row, working, db))
    }
  }
}
