import Dossiers
import GRDB

/// The table of parked messages.
enum ParkedRows {
  static func read(_ selection: ParkedSelection, _ db: Database) throws -> [ParkedMessage] {
    let rows =
      switch selection {
      case .newest(let limit):
        try Row.fetchAll(db, sql: "SELECT * FROM parked ORDER BY id DESC LIMIT ?", arguments: [limit])
      case .older(let before, let limit):
        try Row.fetchAll(
          db, sql: "SELECT * FROM parked WHERE id < ? ORDER BY id DESC LIMIT ?", arguments: [before, limit])
      case .one(let id):
        try Row.fetchAll(db, sql: "SELECT * FROM parked WHERE id = ?", arguments: [id])
      case .due(let now, let limit):
        try Row.fetchAll(
          db, sql: "SELECT * FROM parked WHERE retry IS NOT NULL AND retry <= ? ORDER BY retry LIMIT ?",
          arguments: [now.microseconds, limit])
      case .dependingOnRegistry(let after, let limit):
        try Row.fetchAll(
          db,
          sql: """
            SELECT * FROM parked WHERE reason IN (\(databaseQuestionMarks(count: registryReasons.count))) AND id > ?
            ORDER BY id LIMIT ?
            """, arguments: StatementArguments(registryReasons) + [after, limit])
      }
    return rows.map(message)
  }

  private static let registryReasons = Refusal.Reason.allCases.filter(\.dependsOnRegistry).map(\.rawValue)

  private static func message(_ row: Row) -> ParkedMessage {
    ParkedMessage(
      id: row["id"],
      refusal: Refusal(Refusal.Reason(rawValue: row["reason"]) ?? .contract, row["detail"]),
      message: Message(
        body: row.bytes("body"), queue: row["queue"], routingKey: row["routing_key"], contentType: row["content_type"],
        messageID: row["message_id"], userID: row["user_id"]),
      recorded: Instant(microseconds: row["recorded"]), retry: row.instant("retry"))
  }
}
