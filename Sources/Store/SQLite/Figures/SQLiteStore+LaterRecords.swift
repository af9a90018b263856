public import Dossiers
import GRDB

extension SQLiteStore {
  /// What was recorded after `instant` and bears on `period`.
  public func recorded(
    after instant: Instant, bearingOn period: Period
  ) async throws(StoreError) -> LaterRecords {
    try await query { db in
      let (last, end) = (try SQLiteStore.last(knownBy: instant, db), period.end.microseconds)
      var later = LaterRecords()
      let counts = try Row.fetchAll(
        db, sql: "SELECT type, count(*) AS events FROM events WHERE seq > ? AND time < ? GROUP BY type",
        arguments: [last, end])
      let count = { (type: EventType) -> Int in counts.first { $0["type"] == type.number }?["events"] ?? 0 }
      (later.scans, later.notes, later.signs) = (count(.scanned), count(.noted), count(.alive))
      let told = try Row.fetchAll(
        db, sql: "SELECT seq, body FROM events WHERE seq > ? AND type IN (?, ?)",
        arguments: [last, EventType.closed.number, EventType.tallied.number])
      for row in told {
        switch try LogReader.decode(row.bytes("body"), seq: row["seq"]).fact {
        case .closed(let closure) where closure.from < period.end: later.closures += 1
        case .tallied(let tally) where tally.date <= period.last: later.lists += 1
        default: break
        }
      }
      later.voidings =
        try Int.fetchOne(
          db,
          sql: """
            SELECT count(*) FROM voidings v JOIN sources s ON s.text = v.source
            JOIN events e ON e.id = v.id AND e.source = s.id WHERE v.by > ? AND e.time < ?
            """, arguments: [last, end]) ?? 0
      later.rules =
        try Int.fetchOne(
          db, sql: "SELECT count(*) FROM versions WHERE recorded > ?", arguments: [instant.microseconds]) ?? 0
      return later
    }
  }
}
