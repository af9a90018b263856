import Dossiers
import GRDB

/// The table of items, one row each with its fold.
enum ItemRows {
  static func load(key: Int64, item: ItemID, _ sources: SourceTable, _ db: Database) throws
    -> Transaction.TouchedItem?
  {
    let find = try HotStatement(db, "SELECT last_event, fold FROM shipments WHERE key = ?")
    let row = try find.first(.integer(key)) { (last: $0.integer(0), fold: $0.optional(1) == nil ? nil : $0.blob(1)) }
    guard let row else { return nil }
    let history = try row.fold.flatMap { try ShipmentCoding.decode($0, item: item, sources) }
    var touched = Transaction.TouchedItem(
      history: history ?? ItemHistory(item: item), lastEvent: row.last, isNew: false)
    touched.mustRefold = history == nil
    return touched
  }

  /// Writes the fold back; one with scans that wait for an acceptance is left out and made anew each time.
  static func save(
    _ history: ItemHistory, key: Int64, lastEvent: Int64, isNew: Bool, _ sources: SourceTable, _ db: Database
  ) throws {
    let fold = history.waiting.isEmpty ? HotValue.blob(ShipmentCoding.encode(history, sources)) : .null
    let stage = HotValue.optional(history.shipments.last.map { Int64($0.stage.rawValue) })
    if isNew {
      let insert = try HotStatement(
        db, "INSERT INTO shipments (key, item, stage, last_event, fold) VALUES (?, ?, ?, ?, ?)")
      try insert.run(.integer(key), .text(history.item.text), stage, .integer(lastEvent), fold)
    } else {
      let update = try HotStatement(db, "UPDATE shipments SET stage = ?, last_event = ?, fold = ? WHERE key = ?")
      try update.run(stage, .integer(lastEvent), fold, .integer(key))
    }
  }

  /// The history of an item for reading, scans that wait included.
  static func history(of item: ItemID, _ working: Working, _ db: Database) throws -> ItemHistory? {
    let key: Int64? =
      try item.serialKey
      ?? Int64.fetchOne(
        db, sql: "SELECT key FROM item_keys WHERE item = ?", arguments: [item.text]
      ).map { (1 << 60) + $0 }
    guard let key, let touched = try load(key: key, item: item, working.sources, db) else { return nil }
    guard touched.mustRefold, let last = touched.lastEvent else { return touched.history }
    return ItemHistory(item: item, folding: try LogReader.chain(from: last, db), rules: working.rules)
  }
}
