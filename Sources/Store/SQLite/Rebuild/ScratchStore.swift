import Dossiers
import Foundation
import GRDB

/// A second database beside the kept one, with projections alone: the log, its voidings and versions are those of the
/// kept one, which is attached and never written.
struct ScratchStore {
  private static let portion = 2_000

  let database: DatabaseQueue
  private let path: String

  init(beside kept: String) throws {
    try self.init(at: kept + ".rebuild") { db in
      try db.execute(sql: "ATTACH DATABASE ? AS kept", arguments: [kept])
      try db.execute(sql: "PRAGMA kept.wal_autocheckpoint = 0")
    }
  }

  /// A scratch database that sees only what was recorded by `instant`, in the kept one and its archive, for whoever may
  /// do no more than read.
  init(of kept: String, archive: String?, knownBy instant: Instant) throws {
    // Without a name, SQLite keeps it where nobody else can open it, and it goes with its connection.
    try self.init(at: "") { db in
      // By its URI, which is how a database is attached for reading alone.
      let uri = URL(fileURLWithPath: kept).absoluteString + "?mode=ro"
      try db.execute(sql: "ATTACH DATABASE ? AS kept", arguments: [uri])
      if let archive { try ArchiveFile.attach(archive, db) }
      let events =
        try archive == nil ? "SELECT * FROM kept.events" : ArchiveFile.both("events", "seq", of: "kept", db)
      try ScratchStore.forget(after: instant, of: events, db)
    }
  }

  private init(at path: String, attach: @Sendable @escaping (Database) throws -> Void) throws {
    self.path = path
    ScratchStore.remove(path)
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      // Whatever happens to it, it is made anew.
      try db.execute(sql: "PRAGMA synchronous = OFF")
      try attach(db)
    }
    database = try DatabaseQueue(path: path, configuration: configuration)
    try database.write { db in
      // The fold raises alerts of its own, of mishaps; they are told to nobody.
      for sql in Schema.foldedTables { try db.execute(sql: sql) }
      for table in ["agencies", "item_keys", "dossier_keys"] {
        try db.execute(sql: "INSERT INTO main.\(table) SELECT * FROM kept.\(table)")
      }
    }
  }

  /// Hides what was recorded after `instant` behind views that stand in for the tables, voidings included. The first
  /// version of each rule also holds for the time before it was recorded.
  private static func forget(after instant: Instant, of events: String, _ db: Database) throws {
    let time = instant.microseconds
    let last =
      try Int64.fetchOne(
        db, sql: "SELECT seq FROM (\(events)) WHERE recorded <= ? ORDER BY seq DESC LIMIT 1", arguments: [time]) ?? 0
    try db.execute(
      sql: """
        CREATE TEMP VIEW events AS
          SELECT seq, id, source, type, time, recorded, previous,
            CASE WHEN voided_by <= \(last) THEN voided_by END AS voided_by, body
          FROM (\(events)) WHERE seq <= \(last);
        CREATE TEMP TRIGGER events_are_read INSTEAD OF INSERT ON events
          BEGIN SELECT RAISE(ABORT, 'the past is only read'); END;
        CREATE TEMP VIEW voidings AS SELECT source, id, by, found FROM kept.voidings WHERE by <= \(last);
        CREATE TEMP VIEW versions AS
          SELECT seq, kind, recorded, body FROM kept.versions
          WHERE recorded <= \(time) OR seq IN (SELECT min(seq) FROM kept.versions GROUP BY kind);
        CREATE TEMP VIEW parked AS SELECT id, recorded, routing_key FROM kept.parked WHERE recorded <= \(time);
        """)
  }

  /// Folds the whole log, a portion a transaction, and says how far it has come after each.
  func fold(telling: Telling, progress: (Int) throws -> Void) throws -> Int {
    var working: Working?
    var last: Int64 = 0
    var events = 0
    while true {
      let count = try database.write { db in
        var state = try working ?? Working(db, telling: telling)
        working = nil
        var transaction = try Transaction(db, at: .distantPast)
        let rows = try Row.fetchAll(
          db.cachedStatement(sql: "SELECT seq, voided_by, body FROM events WHERE seq > ? ORDER BY seq LIMIT ?"),
          arguments: [last, ScratchStore.portion])
        for row in rows {
          last = row["seq"]
          let event = try LogReader.decode(row.bytes("body"), seq: last)
          try transaction.replay(event, seq: last, stands: row["voided_by"] as Int64? == nil, &state)
        }
        try transaction.settle(&state)
        working = state
        return rows.count
      }
      if count == 0 { return events }
      events += count
      try progress(events)
    }
  }

  /// Works out anew, as of `now`, when the clocks must next be looked at where the kept one says another instant, and
  /// raises nothing. Either may say an earlier instant than needed, by where it was looked at before: an earlier one that
  /// is kept is right, and taken.
  func look(at now: Instant, telling: Telling) throws {
    let owners = try database.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT 1 AS of_item, m.key FROM main.shipments m JOIN kept.shipments k USING (key)
          WHERE m.next IS NOT k.next AND NOT k.is_alerted
          UNION ALL SELECT 0, m.key FROM main.dossiers m JOIN kept.dossiers k USING (key)
          WHERE m.next IS NOT k.next AND NOT k.is_alerted
          """
      ).map { Owner(ofItem: $0["of_item"], key: $0["key"]) }
    }
    for start in stride(from: 0, to: owners.count, by: ScratchStore.portion) {
      try database.write { db in
        var working = try Working(db, telling: telling)
        var transaction = try Transaction(db, at: now)
        for owner in owners[start..<min(start + ScratchStore.portion, owners.count)] {
          try transaction.lookAgain(at: owner, raises: false, &working)
        }
        try transaction.settle(&working)
      }
    }
    try database.write { db in
      for table in ["shipments", "dossiers"] {
        try db.execute(
          sql: """
            UPDATE main.\(table) AS m SET next = k.next FROM kept.\(table) k
            WHERE k.key = m.key AND (k.next < m.next OR m.next IS NULL AND k.next IS NOT NULL)
            """)
      }
    }
  }

  /// Removes the scratch database.
  func remove() throws {
    try database.close()
    ScratchStore.remove(path)
  }

  private static func remove(_ path: String) {
    guard !path.isEmpty else { return }
    for suffix in ["", "-wal", "-shm", "-journal"] { try? FileManager.default.removeItem(atPath: path + suffix) }
  }
}
