import Dossiers
import GRDB

extension Transaction {
  /// Makes sure that `item` is at hand, and returns its place.
  @discardableResult
  mutating func touch(_ item: ItemID, _ working: inout Working) throws -> Int {
    try touch(key: item.serialKey ?? ItemKeys.key(of: item, db), item, &working)
  }

  /// Makes sure that the item with this key is at hand, and returns its place.
  mutating func touch(key: Int64, _ item: @autoclosure () throws -> ItemID, _ working: inout Working) throws -> Int {
    let place: Int
    if let known = working.cache.place(of: key) {
      place = known
      if working.items[place].touch != nil { return place }
    } else {
      place = working.cache.insert(try stored(key, item(), working), into: &working.items)
    }
    working.items[place].touch = ItemSlot.Touch()
    items.append(place)
    return place
  }

  /// The item as it stands in the log: one that was kept without its fold is folded before anything is added.
  private func stored(_ key: Int64, _ item: ItemID, _ working: Working) throws -> ItemSlot {
    guard let row = try StoredItem(key, hot.findItem) else {
      return ItemSlot(key: key, history: ItemHistory(item: item))
    }
    return ItemSlot(
      key: key, history: try row.history(of: item, working, db), lastEvent: row.lastEvent, stored: row.owner)
  }

  /// Goes on from the fold where `event` sorts last, and has the item folded anew where it does not.
  mutating func extend(_ place: Int, with event: Event, _ working: inout Working) throws {
    // The compact form names the agency by a number.
    if let posting = event.fact.scan?.posting { _ = try working.agencies.number(of: posting.agency, db) }
    guard let touch = working.items[place].touch, !touch.mustRefold else { return }
    let uses = working.items[place].history.shipments.count
    defer { if working.items[place].history.shipments.count != uses { working.items[place].heads = nil } }
    if let effects = working.items[place].history.extend(with: event, rules: working.rules) {
      working.items[place].touch?.effects.formUnion(effects)
      return
    }
    if uses > 0 { rememberCarried(place, &working) }
    working.items[place].touch?.mustRefold = true
  }

  private func rememberCarried(_ place: Int, _ working: inout Working) {
    guard working.items[place].touch?.carriedBefore.isEmpty == true else { return }
    let carried = working.items[place].history.shipments.flatMap(\.carried).map(\.dossier)
    working.items[place].touch?.carriedBefore = carried
  }

  /// Folds anew what must be, and hands on what changed to the dossiers.
  mutating func foldItems(_ working: inout Working) throws {
    // Handing on touches other items, which only lend their folds.
    for place in items {
      let touch = working.items[place].touch
      if let touch, touch.mustRefold, let last = working.items[place].lastEvent {
        rememberCarried(place, &working)
        let history = ItemHistory(
          item: working.items[place].history.item, folding: try LogReader.chain(from: last, db),
          rules: working.rules)
        let carriesSame = history.carriesSame(as: working.items[place].history)
        working.items[place].history = history
        working.items[place].heads = nil
        working.items[place].touch?.effects.formUnion(carriesSame ? .clocks : [.clocks, .dossiers])
        working.items[place].touch?.isRefolded = true
        working.items[place].touch?.isChanged = true
      }
      let folded = working.items[place].touch
      if let folded, folded.effects.contains(.dossiers) { try handOn(place, folded.carriedBefore, &working) }
    }
  }

  /// Gives the dossiers that an item carries, or carried `before`, their part of it.
  private mutating func handOn(_ place: Int, _ before: [DossierCode], _ working: inout Working) throws {
    let key = working.items[place].key
    let history = working.items[place].history
    let item = history.item
    if before.isEmpty, history.shipments.count == 1 {
      for (code, shipment) in history.shipments[0].carried {
        try replace(key, item, with: [shipment], in: code, &working)
      }
      return
    }
    var shipments: [DossierCode: [CarriedShipment]] = [:]
    for code in before { shipments[code] = [] }
    for (code, shipment) in history.shipments.flatMap(\.carried) {
      shipments[code, default: []].append(shipment)
    }
    for (code, carried) in shipments { try replace(key, item, with: carried, in: code, &working) }
  }

  /// Plans the deadlines of what was touched, and writes it back in the order of the table, so that each of its pages
  /// is visited once.
  mutating func settleItems(_ working: inout Working) throws {
    items.sort { working.items[$0].key < working.items[$1].key }
    for place in items {
      if mustPlan(place, working) { try settleDeadlines(ofItem: place, &working) }
    }
    let names = working.names
    for place in items {
      if let touch = working.items[place].touch, touch.isChanged { try save(place, names, &working) }
      working.items[place].touch = nil
    }
    items = []
    dossiers = []
    dossierPlaces = [:]
  }

  /// Whether an item's deadlines must be worked out now. What was only put off can wait until it is looked at, which is
  /// never too late, unless an alert stands that may have lost its ground.
  private func mustPlan(_ place: Int, _ working: Working) -> Bool {
    guard let effects = working.items[place].touch?.effects else { return false }
    if effects.contains(.clocks) { return true }
    return effects.contains(.deferral) && (working.items[place].row.isAlerted || working.items[place].row.next == nil)
  }

  /// Writes an item; a fold with scans that wait for an acceptance is left out and made anew each time.
  private mutating func save(_ place: Int, _ names: Names, _ working: inout Working) throws {
    guard let last = working.items[place].lastEvent else { return }
    var heads = working.items[place].heads.take()
    let fold = ShipmentCoding.encode(working.items[place].history, heads: &heads, names, &writer)
    working.items[place].heads = heads
    let (key, row, stored) = (working.items[place].key, working.items[place].row, working.items[place].stored)
    try (fold ?? []).withUnsafeBytes { bytes in
      let fold = fold == nil ? nil : LentBytes(bytes: bytes)
      if stored == nil {
        try hot.insertItem.bind(key, at: 1).bind(last, at: 2).bind(row.next, at: 3).bind(row.isAlerted, at: 4)
          .bind(fold, at: 5).run()
      } else if stored == row {
        // SQLite takes a row out of an index and puts it in again, whether the column changes or is only named.
        try hot.extendItem.bind(last, at: 1).bind(fold, at: 2).bind(key, at: 3).run()
      } else {
        try hot.updateItem.bind(last, at: 1).bind(row.next, at: 2).bind(row.isAlerted, at: 3).bind(fold, at: 4)
          .bind(key, at: 5).run()
      }
    }
    working.items[place].stored = row
  }
}
