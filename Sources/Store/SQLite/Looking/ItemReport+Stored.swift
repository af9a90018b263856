import Dossiers
import GRDB

extension ItemReport {
  /// The most events that are told of an item.
  private static let mostEvents = 200

  /// What the rows say of an item, or nil where nothing of it was ever heard.
  static func stored(_ item: ItemID, at now: Instant, _ working: Working, _ db: Database) throws -> ItemReport? {
    guard let key = try ItemKeys.knownKey(of: item, db), let row = try StoredItem(key, HotStatements.findItem(db))
    else {
      return nil
    }
    let history = try row.history(of: item, working, db)
    let uses = try history.shipments.map { shipment in
      let dateTold = try NoticeSubjects.dateTold(of: shipment, working, db)
      return Use(
        shipment: shipment,
        deadlines: working.planner.deadlines(of: shipment, dateTold: dateTold).map(working.planner.explained))
    }
    let events = try LogReader.logged(from: row.lastEvent, db).filter { $0.event.fact.scan != nil }
      .sorted { $0.event.order < $1.event.order }
    guard !uses.isEmpty || !events.isEmpty else { return nil }
    return ItemReport(item: item, uses: uses, events: Array(events.suffix(mostEvents)))
  }
}
