import Dossiers
import GRDB

extension Transaction {
  /// Makes sure that the evidence about `code` is at hand.
  mutating func touch(_ code: DossierCode, _ sources: SourceTable) throws {
    guard touchedDossiers[code] == nil else { return }
    touchedDossiers[code] =
      try DossierRows.load(code, sources, db)
      ?? TouchedDossier(evidence: DossierCase(code: code), key: nil)
  }

  /// Works out the state of every dossier touched, and writes it back with its deadlines.
  mutating func settleDossiers(_ working: inout Working) throws {
    for dossier in touchedDossiers.values {
      let state = DossierState(dossier.evidence, rules: working.rules)
      let key = try DossierRows.save(dossier.evidence, state, key: dossier.key, working.sources, db)
      let deadlines = working.planner.deadlines(of: state)
      if dossier.key != nil || !deadlines.isEmpty {
        try settle(
          deadlines, of: Owner(ofItem: false, key: key), agency: state.agency, isNew: dossier.key == nil, working)
      }
      // A date that was told may also have been taken back.
      if state.dateTold != nil || dossier.key != nil { try settleSlips(of: dossier.evidence, &working) }
    }
  }

  /// The collection of a dossier whose slip must be brought back ends when the citizen knows the date.
  private mutating func settleSlips(of evidence: DossierCase, _ working: inout Working) throws {
    for carried in evidence.carried where carried.slip {
      let key = try touch(carried.item, &working)
      guard let history = touchedItems[key]?.history else { continue }
      try settleDeadlines(ofItem: key, history, isNew: false, &working)
    }
  }

  /// When the citizen first knew the appointment for the dossiers in an envelope.
  func dateTold(of shipment: Shipment, _ sources: SourceTable, rules: Rules) throws -> Instant? {
    guard shipment.posting.slip else { return nil }
    return try shipment.carried.compactMap { carried in
      let evidence =
        try touchedDossiers[carried.dossier]?.evidence
        ?? DossierRows.load(carried.dossier, sources, db)?.evidence
      return evidence.flatMap { DossierState($0, rules: rules).dateTold(since: shipment.accepted) }
    }.min()
  }
}

/// The table of dossiers, one row each with its evidence.
enum DossierRows {
  static func load(_ code: DossierCode, _ sources: SourceTable, _ db: Database) throws -> Transaction.TouchedDossier? {
    let find = try HotStatement(db, "SELECT key, evidence FROM dossiers WHERE code = ?")
    let row = try find.first(.text(code.text)) { (key: $0.integer(0), evidence: $0.blob(1)) }
    return try row.map {
      Transaction.TouchedDossier(evidence: try DossierCoding.decode($0.evidence, code: code, sources), key: $0.key)
    }
  }

  /// When the citizen first knew the appointment for the dossiers in an envelope.
  static func dateTold(of shipment: Shipment, _ working: Working, _ db: Database) throws -> Instant? {
    try shipment.carried.compactMap { carried in
      try load(carried.dossier, working.sources, db).flatMap {
        DossierState($0.evidence, rules: working.rules).dateTold(since: shipment.accepted)
      }
    }.min()
  }

  static func save(
    _ evidence: DossierCase, _ state: DossierState, key: Int64?, _ sources: SourceTable, _ db: Database
  ) throws -> Int64 {
    let bytes = HotValue.blob(DossierCoding.encode(evidence, sources))
    let agency = HotValue.optional(state.agency?.text)
    let procedure = HotValue.optional(state.procedure?.text)
    let stage = HotValue.optional(state.stage?.rawValue)
    if let key {
      let update = try HotStatement(
        db, "UPDATE dossiers SET agency = ?, procedure = ?, stage = ?, evidence = ? WHERE key = ?")
      try update.run(agency, procedure, stage, bytes, .integer(key))
      return key
    }
    let insert = try HotStatement(
      db, "INSERT INTO dossiers (code, agency, procedure, stage, evidence) VALUES (?, ?, ?, ?, ?)")
    try insert.run(.text(evidence.code.text), agency, procedure, stage, bytes)
    return db.lastInsertedRowID
  }
}
