import Dossiers
import GRDB

/// The row of an item.
struct StoredItem {
  let lastEvent: Int64
  let owner: OwnerRow
  private let fold: [UInt8]?

  /// Reads the row with this key, by the statement for it; nil where there is none.
  init?(_ key: Int64, _ find: HotStatement) throws {
    let row = try find.first(key) { row in
      (
        last: row.integer(0), owner: OwnerRow(next: row.instant(1), isAlerted: row.flag(2)),
        fold: row.isNull(3) ? nil : row.blob(3)
      )
    }
    guard let row else { return nil }
    lastEvent = row.last
    owner = row.owner
    fold = row.fold
  }

  /// The fold of the row, scans that wait included.
  func history(of item: ItemID, _ working: Working, _ db: Database) throws -> ItemHistory {
    if let fold, let history = try ShipmentCoding.decode(fold, item: item, working.names) { return history }
    return ItemHistory(item: item, folding: try LogReader.chain(from: lastEvent, db), rules: working.rules)
  }
}

extension ItemHistory {
  /// The history of the item with this key as its row has it, or nil where nothing of it was ever heard.
  static func stored(_ key: Int64, _ item: ItemID, _ working: Working, _ db: Database) throws -> ItemHistory? {
    try StoredItem(key, HotStatements.findItem(db))?.history(of: item, working, db)
  }
}
