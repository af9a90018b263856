import Dossiers
import GRDB

/// What alerts are about, read for those who are told of them.
enum NoticeSubjects {
  /// The subject of an alert; nil for one that is about the daemon itself.
  static func read(alert: Int64, _ working: Working, _ db: Database) throws -> NoticeSubject? {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT a.of_item, a.owner, a.clock, a.round, d.due, d.last_day, d.ended, d.is_met, s.item, c.code
        FROM alerts a
        LEFT JOIN deadlines d
          ON d.owner = a.owner AND d.of_item = a.of_item AND d.clock = a.clock AND d.round = a.round
        LEFT JOIN shipments s ON a.of_item = 1 AND s.key = a.owner
        LEFT JOIN dossiers c ON a.of_item = 0 AND c.key = a.owner
        WHERE a.id = ?
        """, arguments: [alert])
    guard let row, row["owner"] as Int64? != nil else { return nil }
    let clock = ClockKind(rawValue: row["clock"])
    let item = (row["item"] as String?).map(ItemID.init(checked:))
    let history = try item.flatMap { try ItemRows.history(of: $0, working, db) }
    let round: Int = row["round"]
    let shipment = clock == nil ? history?.shipments.last : history?.shipments.first { $0.round == round }
    let own = (row["code"] as String?).flatMap { DossierCode($0) }
    let dossiers = shipment?.carried.map(\.dossier) ?? own.map { [$0] } ?? []
    let first = try dossiers.first.flatMap { try DossierRows.load($0, working.sources, db)?.evidence }
      .map { DossierState($0, rules: working.rules) }
    let isMet = (row["is_met"] as Bool?) ?? false
    let lastDay: Int? = row["last_day"]
    return NoticeSubject(
      clock: clock, item: item, dossiers: dossiers, procedure: first?.procedure,
      due: row.instant("due"), lastDay: lastDay.map { LocalDate(day: $0) }, met: isMet ? row.instant("ended") : nil,
      dossierStage: first?.stage,
      shipmentStage: shipment?.stage, lastSeen: shipment?.lastSeen)
  }
}
