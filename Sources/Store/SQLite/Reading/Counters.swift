import Dossiers
import GRDB

/// Counts that only ever grow, kept with what they count.
enum Counters {
  static func add(_ count: Int, to name: String, _ db: Database) throws {
    guard count > 0 else { return }
    let add = try HotStatement(
      db,
      "INSERT INTO counters (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = value + excluded.value"
    )
    try add.run(name, Int64(count))
  }

  static func add(_ taken: Taken, _ db: Database) throws {
    try add(taken.received, to: "events.received", db)
    try add(taken.committed - taken.replayed, to: "events.committed", db)
    try add(taken.duplicates - taken.replayedDuplicates, to: "events.duplicates", db)
    try add(taken.replayed, to: "replayed.committed", db)
    try add(taken.replayedDuplicates, to: "replayed.duplicate", db)
    for (reason, count) in taken.parked { try add(count, to: "parked.\(reason.rawValue)", db) }
  }

  /// All that is counted; with `isJoined` the archive's dossiers too, gone through one by one.
  static func read(isJoined: Bool, _ db: Database) throws -> StoreCounts {
    var counts = StoreCounts()
    for row in try Row.fetchAll(db, sql: "SELECT name, value FROM counters") {
      let name: String = row["name"]
      let value: Int = row["value"]
      switch name {
      case "events.received": counts.received = value
      case "events.committed": counts.committed = value
      case "events.duplicates": counts.duplicates = value
      case _ where name.hasPrefix("parked."): counts.parked[String(name.dropFirst(7))] = value
      case _ where name.hasPrefix("replayed."): counts.replayed[String(name.dropFirst(9))] = value
      case _ where name.hasPrefix("mails."): counts.mails[String(name.dropFirst(6))] = value
      default: break
      }
    }
    counts.parkedNow = try Int.fetchOne(db, sql: "SELECT count(*) FROM parked") ?? 0
    counts.outbox = try Int.fetchOne(db, sql: "SELECT count(*) FROM outbox") ?? 0
    counts.outboxSince = try Int64.fetchOne(db, sql: "SELECT min(not_before) FROM outbox WHERE behind IS NULL")
      .map { Instant(microseconds: $0) }
    counts.runningItems = try Int.fetchOne(db, sql: "SELECT count(*) FROM shipments WHERE next IS NOT NULL") ?? 0
    counts.runningDossiers = try Int.fetchOne(db, sql: "SELECT count(*) FROM dossiers WHERE next IS NOT NULL") ?? 0
    let stages =
      isJoined
      ? "SELECT stage, count(*) AS n FROM dossiers WHERE stage IS NOT NULL GROUP BY 1"
      : "SELECT stage, dossiers AS n FROM stages WHERE dossiers > 0"
    for row in try Row.fetchAll(db, sql: stages) {
      if let stage = DossierStage(number: row["stage"]) { counts.dossiers[stage.rawValue] = row["n"] }
    }
    for row in try Row.fetchAll(db, sql: "SELECT kind || ' ' || state AS name, count(*) AS n FROM alerts GROUP BY 1") {
      counts.alerts[row["name"]] = row["n"]
    }
    return counts
  }
}
