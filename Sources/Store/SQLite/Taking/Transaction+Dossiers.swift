import Dossiers
import GRDB

extension Transaction {
  /// Makes sure that the evidence about `code` is at hand, and returns its place.
  @discardableResult
  mutating func touch(_ code: DossierCode, _ working: inout Working) throws -> Int {
    try touch(key: DossierKeys.key(of: code, &working.agencies, db), code, lending: nil, &working)
  }

  /// Makes sure that the evidence about the dossier with this key is at hand, and returns its place; the item that is
  /// just handing on need not lend its fold.
  @discardableResult
  mutating func touch(
    key: Int64, _ code: DossierCode, lending lender: Int64?, _ working: inout Working
  ) throws -> Int {
    if let place = dossierPlaces[key] { return place }
    let dossier: TouchedDossier
    if let row = try StoredDossier(key, hot.findDossier) {
      let (items, notes) = try DossierCoding.decode(row.evidence, code: code, working.names)
      var carried: [CarriedShipment] = []
      let db = db
      for item in items where item != lender {
        let place = try touch(key: item, ItemKeys.item(item, db), &working)
        carried += working.items[place].history.carried(for: code)
      }
      dossier = TouchedDossier(
        key: key, items: items, evidence: DossierCase(code: code, carried: carried, notes: notes), stored: row,
        row: row.owner)
    } else {
      dossier = TouchedDossier(
        key: key, items: [], evidence: DossierCase(code: code), stored: nil, row: OwnerRow())
    }
    dossierPlaces[key] = dossiers.count
    dossiers.append(dossier)
    return dossiers.count - 1
  }

  /// Gives a dossier its part of an item.
  mutating func replace(
    _ key: Int64, _ item: ItemID, with shipments: [CarriedShipment], in code: DossierCode, _ working: inout Working
  ) throws {
    let dossier = try DossierKeys.key(of: code, &working.agencies, db)
    let place = try touch(key: dossier, code, lending: key, &working)
    dossiers[place].replace(item, key, with: shipments)
  }

  /// Works out the state of every dossier that changed, and writes it back with its deadlines.
  mutating func settleDossiers(_ working: inout Working) throws {
    let order = dossiers.indices.filter { dossiers[$0].mustSettle }.sorted { dossiers[$0].key < dossiers[$1].key }
    let rules = working.rules
    for place in order {
      let state = DossierState(dossiers[place].evidence, rules: rules)
      try settleDeadlines(of: state, at: place, working)
      try save(place, state, working)
      // A date that was told may also have been taken back.
      if state.dateTold != nil || dossiers[place].stored != nil { try touchSlips(of: place, &working) }
    }
    try stageChanges.save(db)
  }

  private mutating func save(_ place: Int, _ state: DossierState, _ working: Working) throws {
    let (key, row, stored) = (dossiers[place].key, dossiers[place].row, dossiers[place].stored)
    stageChanges.move(from: stored?.stage, to: state.stage)
    let evidence = DossierCoding.encode(dossiers[place].items, dossiers[place].evidence.notes, working.names, &writer)
    try evidence.withUnsafeBytes { bytes in
      let lent = LentBytes(bytes: bytes)
      guard let stored else {
        return try hot.insertDossier.bind(key, at: 1).bind(state.stage?.number, at: 2).bind(row.next, at: 3)
          .bind(row.isAlerted, at: 4).bind(lent, at: 5).run()
      }
      guard stored.stage != state.stage || stored.owner != row || stored.evidence != evidence else { return }
      try hot.updateDossier.bind(state.stage?.number, at: 1).bind(row.next, at: 2).bind(row.isAlerted, at: 3)
        .bind(lent, at: 4).bind(key, at: 5).run()
    }
  }

  /// The collection of a dossier whose slip must be brought back ends when the citizen knows the date.
  private mutating func touchSlips(of place: Int, _ working: inout Working) throws {
    for carried in dossiers[place].evidence.carried where carried.slip {
      let item = try touch(carried.item, &working)
      working.items[item].touch?.effects.insert(.clocks)
      // Its next look may be another one.
      working.items[item].touch?.isChanged = true
    }
  }

  /// When the citizen first knew the appointment for the dossiers in an envelope.
  mutating func dateTold(of shipment: Shipment, _ working: inout Working) throws -> Instant? {
    guard shipment.posting.slip else { return nil }
    return try shipment.carried.compactMap { carried in
      let place = try touch(carried.dossier, &working)
      return DossierState(dossiers[place].evidence, rules: working.rules).dateTold(since: shipment.accepted)
    }.min()
  }
}
