import Dossiers
import GRDB

/// The numbers that are known outside: of mails and notices in a Message-ID, of alerts in links, of parked messages and
/// silences to people.
enum Numbering {
  /// More than were given between any backup and the loss of what came after it.
  private static let gap: Int64 = 1_000_000

  /// The number of the next alert, as SQL: alerts give theirs anew where the last row went, as only a restore makes it.
  static let nextAlert = """
    (SELECT max(ifnull(max(id), 0), ifnull((SELECT max(alerts) FROM restores), 0)) + 1 FROM alerts)
    """

  /// Leaves out the numbers that may have been given since the backup that this database comes from.
  static func skip(at now: Instant, _ db: Database) throws {
    for table in ["mails", "outbox", "parked", "silences"] {
      let last = try Int64.fetchOne(db, sql: "SELECT seq FROM sqlite_sequence WHERE name = ?", arguments: [table])
      try db.execute(sql: "DELETE FROM sqlite_sequence WHERE name = ?", arguments: [table])
      try db.execute(
        sql: "INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", arguments: [table, (last ?? 0) + gap])
    }
    try db.execute(
      sql: "INSERT INTO restores (at, alerts) SELECT ?, \(nextAlert) + ?", arguments: [now.microseconds, gap])
  }
}
