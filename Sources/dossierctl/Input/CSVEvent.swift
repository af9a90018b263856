import Dossiers

/// A scan as a row of CSV tells it, in the form of the contract.
struct CSVEvent: Encodable {
  private let specversion = "1.0"
  private let id: String?
  private let type: String
  private let source: String?
  private let time: String?
  private let data: Data

  private struct Data: Encodable {
    let item, event, office, reason, to, carries, agency, destination: String?
    let slip: Bool?
    let dossiers: [Dossier]?
  }

  private struct Dossier: Encodable {
    let code, procedure, promised: String?
  }

  /// The event of a row; one without a type is a scan.
  init(_ row: [CSVColumns.Name: String], slip: Bool?) {
    id = row[.id]
    type = row[.type] ?? EventType.scanned.rawValue
    source = row[.source]
    time = row[.time]
    let dossier = Dossier(code: row[.dossier], procedure: row[.procedure], promised: row[.promised])
    let hasDossier = row[.dossier] != nil || row[.procedure] != nil || row[.promised] != nil
    data = Data(
      item: row[.item], event: row[.event], office: row[.office], reason: row[.reason], to: row[.to],
      carries: row[.carries], agency: row[.agency], destination: row[.destination], slip: slip,
      dossiers: hasDossier ? [dossier] : nil)
  }
}
