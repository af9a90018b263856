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
    path = kept + ".rebuild"
    ScratchStore.remove(path)
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      // Whatever happens to it, it is made anew.
      try db.execute(sql: "PRAGMA synchronous = OFF")
      try db.execute(sql: "ATTACH DATABASE ? AS kept", arguments: [kept])
      try db.execute(sql: "PRAGMA kept.wal_autocheckpoint = 0")
    }
    database = try DatabaseQueue(path: path, configuration: configuration)
    try database.write { db in
      try db.execute(sql: Schema.projections)
      for table in ["agencies", "item_keys", "dossier_keys"] {
        try db.execute(sql: "INSERT INTO main.\(table) SELECT * FROM kept.\(table)")
      }
    }
  }

  /// Folds the whole log, a portion a transaction, and says how far it has come after each.
  func fold(telling: Telling, progress: (Int) -> Void) throws -> Int {
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
      progress(events)
    }
  }

  /// Removes the scratch database.
  func remove() throws {
    try database.close()
    ScratchStore.remove(path)
  }

  private static func remove(_ path: String) {
    for suffix in ["", "-wal", "-shm", "-journal"] { try? FileManager.default.removeItem(atPath: path + suffix) }
  }
}
