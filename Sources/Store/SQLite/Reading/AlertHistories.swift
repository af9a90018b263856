import Dossiers
import GRDB

/// The lives of the alerts of a dossier.
enum AlertHistories {
  /// Those of the dossier's own clocks, and of the items that carry it, oldest first.
  static func read(of dossier: DossierCode, _ working: Working, _ db: Database) throws -> [AlertHistory] {
    var owners: [Owner] = []
    if let key = try DossierKeys.knownKey(of: dossier, working.agencies, db) {
      owners.append(Owner(ofItem: false, key: key))
    }
    let carried = try DossierCase.stored(dossier, working, db)?.carried ?? []
    for item in Set(carried.map(\.item)) {
      if let key = try ItemKeys.knownKey(of: item, db) { owners.append(Owner(ofItem: true, key: key)) }
    }
    let rows = try owners.flatMap { owner in
      try Row.fetchAll(
        db.cachedStatement(sql: "SELECT * FROM alerts WHERE owner = ? AND of_item = ?"),
        arguments: [owner.key, owner.ofItem])
    }
    return try rows.map { try history($0, working, db) }.sorted { $0.id < $1.id }
  }

  private static func history(_ row: Row, _ working: Working, _ db: Database) throws -> AlertHistory {
    let alert: Int64 = row["id"]
    let changes = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT at, what, cause, event FROM transitions WHERE alert = ? ORDER BY id"),
      arguments: [alert]
    ).map { row in
      AlertHistory.Change(
        at: Instant(microseconds: row["at"]), what: row["what"], cause: row["cause"],
        event: try (row["event"] as Int64?).flatMap { try LogReader.identity(of: $0, db) })
    }
    let told = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT * FROM notices WHERE alert = ? ORDER BY id"), arguments: [alert]
    ).compactMap { row -> AlertHistory.Telling? in
      guard let what = Notice.What(rawValue: row["what"]), let reason = Notice.Reason(rawValue: row["reason"]),
        let receiver = ReceiverID(row["receiver"] as String)
      else { return nil }
      return AlertHistory.Telling(
        at: Instant(microseconds: row["told"]), what: what, reason: reason, step: row["step"], receiver: receiver,
        address: row["address"], outcome: row["outcome"], messageID: row["message_id"])
    }
    let waiting = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT * FROM outbox WHERE alert = ? ORDER BY id"), arguments: [alert]
    ).compactMap { row -> AlertHistory.Waiting? in
      guard let what = Notice.What(rawValue: row["what"]), let reason = Notice.Reason(rawValue: row["reason"]),
        let receiver = ReceiverID(row["receiver"] as String)
      else { return nil }
      return AlertHistory.Waiting(
        what: what, reason: reason, receiver: receiver, notBefore: Instant(microseconds: row["not_before"]),
        silence: row["silence"])
    }
    return AlertHistory(
      alert: try AlertLines.line(row, working, db), changes: changes, told: told, waiting: waiting)
  }
}
