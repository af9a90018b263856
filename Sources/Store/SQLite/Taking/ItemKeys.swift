import Dossiers
import GRDB

/// The numbers under which items are kept: made of an S10 number, negative for a domestic form.
enum ItemKeys {
  /// The key of `item`, which is given one if it needs one.
  static func key(of item: ItemID, _ db: Database) throws -> Int64 {
    if let key = try knownKey(of: item, db) { return key }
    try db.run("INSERT INTO item_keys (item) VALUES (?)", [item.text])
    return -db.lastInsertedRowID
  }

  /// The key of `item`, or nil where nothing of it was ever heard.
  static func knownKey(of item: ItemID, _ db: Database) throws -> Int64? {
    if let key = item.serialKey { return key }
    let find = try HotStatement(db, "SELECT key FROM item_keys WHERE item = ?")
    return try find.first(item.text) { -$0.integer(0) }
  }

  /// The item that is kept under `key`.
  static func item(_ key: Int64, _ db: Database) throws -> ItemID {
    if let item = ItemID(serialKey: key) { return item }
    let find = try HotStatement(db, "SELECT item FROM item_keys WHERE key = ?")
    guard let text = try find.first(-key, read: { $0.text(0) }) else {
      throw StoreError.damaged(what: "no item has the number \(key)")
    }
    return ItemID(checked: text)
  }
}
