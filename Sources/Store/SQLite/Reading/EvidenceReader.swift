import Dossiers
import GRDB

/// Reads the evidence about many dossiers, and an item that several of them share once.
///
/// It remembers every item that it read, so it goes with the portion of work that it was made for.
struct EvidenceReader {
  private let working: Working
  private var histories: [Int64: ItemHistory?] = [:]

  init(_ working: Working) {
    self.working = working
  }

  /// The history of the item with this key, or nil where nothing of it was ever heard.
  mutating func item(_ key: Int64, _ db: Database) throws -> ItemHistory? {
    if let known = histories[key] { return known }
    let history = try ItemHistory.stored(key, ItemKeys.item(key, db), working, db)
    histories[key] = .some(history)
    return history
  }

  /// The evidence about the dossier with this key as the rows of the dossier and of its items have it, or nil where
  /// nothing of it was ever heard.
  mutating func dossier(_ key: Int64, _ db: Database) throws -> DossierCase? {
    try dossier(key, DossierKeys.code(key, working.agencies, db), db)
  }

  /// The same for the dossier with this code.
  mutating func dossier(_ code: DossierCode, _ db: Database) throws -> DossierCase? {
    guard let key = try DossierKeys.knownKey(of: code, working.agencies, db) else { return nil }
    return try dossier(key, code, db)
  }

  private mutating func dossier(_ key: Int64, _ code: DossierCode, _ db: Database) throws -> DossierCase? {
    guard let (items, notes) = try StoredDossier.evidence(of: code, under: key, working, db) else { return nil }
    var carried: [CarriedShipment] = []
    for item in items { carried += try self.item(item, db)?.carried(for: code) ?? [] }
    return DossierCase(code: code, carried: carried, notes: notes)
  }

  /// When the citizen first knew the appointment for the dossiers in an envelope whose slip must be brought back.
  mutating func dateTold(of shipment: Shipment, _ db: Database) throws -> Instant? {
    guard shipment.posting.slip else { return nil }
    var first: Instant?
    for carried in shipment.carried {
      guard let evidence = try dossier(carried.dossier, db) else { continue }
      let told = DossierState(evidence, rules: working.rules).dateTold(since: shipment.accepted)
      if let told { first = min(told, first ?? told) }
    }
    return first
  }
}
