import Dossiers
import GRDB

extension CaseReport {
  /// The report on a dossier as the rows have it, or nil where nothing is known of it.
  static func stored(
    _ dossier: DossierCode, at now: Instant, unclaimedAfter: Span, _ working: Working, _ db: Database
  ) throws -> CaseReport? {
    // A dossier all of whose evidence was voided is none.
    var reader = EvidenceReader(working)
    guard let evidence = try reader.dossier(dossier, db), !evidence.isEmpty else { return nil }
    let histories = try Set(evidence.carried.map(\.item)).compactMap { item in
      try ItemKeys.knownKey(of: item, db).flatMap { try reader.item($0, db) }
    }
    // With the slip, an envelope's way is over when the citizen of any dossier in it knows the date.
    var told: [EventIdentity: Instant] = [:]
    for shipment in histories.flatMap(\.shipments) where shipment.posting.slip {
      told[shipment.acceptance] = try reader.dateTold(of: shipment, db)
    }
    return CaseReport(
      DossierState(evidence, rules: working.rules), histories: histories, planner: working.planner, now: now,
      unclaimedAfter: unclaimedAfter
    ) { told[$0.acceptance] }
  }
}
