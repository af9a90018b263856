import Dossiers
import GRDB

extension Transaction {
  /// Makes sure that `item` is at hand, and returns its key.
  @discardableResult
  mutating func touch(_ item: ItemID, _ working: inout Working) throws -> Int64 {
    let key = try item.serialKey ?? ItemKeys.key(of: item, db)
    if touchedItems[key] != nil { return key }
    if let cached = working.items.take(key) {
      touchedItems[key] = TouchedItem(history: cached.history, lastEvent: cached.lastEvent, isNew: false)
    } else {
      touchedItems[key] =
        try stored(item, key: key, working)
        ?? TouchedItem(history: ItemHistory(item: item), lastEvent: nil, isNew: true)
    }
    return key
  }

  /// The item as it stands in the log: one that was kept without its fold is folded before anything is added.
  private func stored(_ item: ItemID, key: Int64, _ working: Working) throws -> TouchedItem? {
    guard var touched = try ItemRows.load(key: key, item: item, working.sources, db) else { return nil }
    if touched.mustRefold, let last = touched.lastEvent {
      touched.history = ItemHistory(item: item, folding: try LogReader.chain(from: last, db), rules: working.rules)
      touched.mustRefold = false
    }
    return touched
  }

  /// Goes on from the stored fold where `event` sorts last, and has the item folded anew where it does not.
  mutating func extend(_ key: Int64, with event: Event, rules: Rules) {
    guard var item = touchedItems.removeValue(forKey: key) else { return }
    defer { touchedItems[key] = item }
    guard !item.mustRefold else { return }
    let mayCarry = !item.history.shipments.isEmpty
    if let effects = item.history.extend(with: event, rules: rules) {
      item.effects.formUnion(effects)
      if !item.history.waiting.isEmpty { item.mustRefold = true }
    } else {
      if mayCarry, item.carriedBefore.isEmpty {
        item.carriedBefore = item.history.shipments.flatMap(\.carried).map(\.dossier)
      }
      item.mustRefold = true
    }
  }

  /// Folds anew what must be, hands on what changed, and writes the items back.
  mutating func settleItems(_ working: inout Working) throws {
    // In the order of the table, so that each of its pages is visited once.
    for key in touchedItems.keys.sorted() {
      guard var item = touchedItems.removeValue(forKey: key) else { continue }
      defer { touchedItems[key] = item }
      if item.mustRefold, let last = item.lastEvent {
        if item.carriedBefore.isEmpty { item.carriedBefore = item.history.shipments.flatMap(\.carried).map(\.dossier) }
        item.history = ItemHistory(
          item: item.history.item, folding: try LogReader.chain(from: last, db), rules: working.rules)
        item.effects = [.clocks, .dossiers]
      }
      if item.effects.contains(.dossiers) { try handOn(item, working.sources) }
      guard let last = item.lastEvent else { continue }
      try ItemRows.save(item.history, key: key, lastEvent: last, isNew: item.isNew, working.sources, db)
      working.items.insert(Working.CachedItem(history: item.history, lastEvent: last), for: key)
    }
    // The dates that a slip's shipments wait for are told by dossiers, so deadlines come after all of them.
    for (key, item) in touchedItems where item.effects.contains(.clocks) {
      try settleDeadlines(
        ofItem: key, item.history, isNew: item.isNew, isRefolded: item.mustRefold, &working)
    }
  }

  /// Tells the dossiers of an item, now or before, what became of it.
  private mutating func handOn(_ item: TouchedItem, _ sources: SourceTable) throws {
    if item.carriedBefore.isEmpty, item.history.shipments.count == 1 {
      // Nearly every item: one shipment, and each dossier in it once.
      for (code, shipment) in item.history.shipments[0].carried {
        try touch(code, sources)
        touchedDossiers[code]?.evidence.replace(item.history.item, with: [shipment])
      }
      return
    }
    var shipments: [DossierCode: [CarriedShipment]] = [:]
    for code in item.carriedBefore { shipments[code] = [] }
    for (code, shipment) in item.history.shipments.flatMap(\.carried) { shipments[code, default: []].append(shipment) }
    for (code, carried) in shipments {
      try touch(code, sources)
      touchedDossiers[code]?.evidence.replace(item.history.item, with: carried)
    }
  }
}

/// Numbers for items that are no S10 numbers, above all of those.
enum ItemKeys {
  private static let first: Int64 = 1 << 60

  static func key(of item: ItemID, _ db: Database) throws -> Int64 {
    let find = try HotStatement(db, "SELECT key FROM item_keys WHERE item = ?")
    if let key = try find.first(.text(item.text), read: { $0.integer(0) }) { return first + key }
    try db.execute(sql: "INSERT INTO item_keys (item) VALUES (?)", arguments: [item.text])
    return first + db.lastInsertedRowID
  }
}
