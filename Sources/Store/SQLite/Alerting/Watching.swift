import Dossiers
import GRDB

/// From when the store watches, as it was last told.
enum Watching {
  /// Keeps `since`, and says whether it was another before, so that the deadlines must be planned anew.
  static func keep(_ since: Instant?, _ db: Database) throws -> Bool {
    let before = try Int64.fetchOne(db, sql: "SELECT since FROM watching")
    guard before != since?.microseconds else { return false }
    try db.execute(sql: "DELETE FROM watching")
    if let since {
      try db.execute(sql: "INSERT INTO watching (id, since) VALUES (1, ?)", arguments: [since.microseconds])
    }
    return true
  }
}
