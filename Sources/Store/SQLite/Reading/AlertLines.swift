import Dossiers
import GRDB

/// The list of alerts.
enum AlertLines {
  /// The firing ones, the oldest first, then the others, the newest first.
  static func read(firingOnly: Bool, limit: Int, _ working: Working, _ db: Database) throws -> [AlertLine] {
    var rows = try Row.fetchAll(
      db, sql: "SELECT * FROM alerts WHERE state = 'firing' ORDER BY since LIMIT ?", arguments: [limit])
    if !firingOnly, rows.count < limit {
      rows += try Row.fetchAll(
        db, sql: "SELECT * FROM alerts WHERE state <> 'firing' ORDER BY id DESC LIMIT ?",
        arguments: [limit - rows.count])
    }
    return try rows.map { try line($0, working, db) }
  }

  /// How far back those that are over are looked for.
  private static let reach = 20_000

  /// A part of them.
  static func read(_ selection: AlertSelection, _ working: Working, _ db: Database) throws -> [AlertLine] {
    var conditions = [
      selection.isStanding
        ? "state = 'firing'"
        : "state <> 'firing' AND id > (SELECT ifnull(max(id), 0) FROM alerts) - \(reach)"
    ]
    var arguments: StatementArguments = []
    if let kinds = selection.kinds {
      conditions.append("kind IN (\(databaseQuestionMarks(count: kinds.count)))")
      arguments += StatementArguments(kinds.sorted())
    }
    if let origins = selection.origins {
      conditions.append("agency IN (\(databaseQuestionMarks(count: origins.count)))")
      arguments += StatementArguments(origins.map(\.text).sorted())
    }
    if selection.matter == .ofThePost {
      conditions.append("(of_item = 1 OR kind IN ('silent-office', 'sequence-gap', 'tally-differs'))")
    }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT * FROM alerts WHERE \(conditions.joined(separator: " AND "))
        ORDER BY \(selection.isStanding ? "since, id" : "id DESC") LIMIT ? OFFSET ?
        """, arguments: arguments + [selection.limit, selection.offset])
    return try rows.map { try line($0, working, db) }
  }

  /// The line of a whole row.
  static func line(_ row: Row, _ working: Working, _ db: Database) throws -> AlertLine {
    let state: String = row["state"]
    return AlertLine(
      id: row["id"], kind: row["kind"], state: state, since: Instant(microseconds: row["since"]),
      raised: Instant(microseconds: row["raised"]), over: state == "firing" ? nil : row.instant("changed"),
      origin: row.agency("agency"),
      subject: try NoticeSubjects.read(alert: row["id"], working, db), heldUntil: row.instant("held_until"))
  }
}
