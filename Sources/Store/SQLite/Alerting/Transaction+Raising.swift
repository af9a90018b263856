import Dossiers
import GRDB

extension Transaction {
  /// Raises what is due, each deadline worked out anew first, and says how many owners were looked at. Deadlines that
  /// must be planned anew come first.
  mutating func raise(includingBreaches: Bool, limit: Int, _ working: inout Working) throws -> Int {
    let planned = try goOnReplanning(limit: limit, &working)
    guard planned < limit else { return planned }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT DISTINCT of_item, owner FROM (
          SELECT of_item, owner FROM deadlines
          WHERE next IS NOT NULL AND next <= ? AND (next_is_breach = 0 OR ?)
          ORDER BY next LIMIT ?)
        """, arguments: [now.microseconds, includingBreaches, limit - planned])
    for row in rows {
      try lookAgain(
        at: Owner(ofItem: row["of_item"], key: row["owner"]), includingBreaches: includingBreaches, &working)
    }
    return planned + rows.count
  }

  private mutating func lookAgain(at owner: Owner, includingBreaches: Bool, _ working: inout Working) throws {
    guard let planned = try deadlines(of: owner, &working) else { return }
    var known = try DeadlineRows.keys(of: owner, db)
    for (deadline, agency) in planned.map({ ($0.deadline, $0.agency) }) {
      let key = DeadlineKey(clock: deadline.clock, round: deadline.round)
      var raised = known.removeValue(forKey: key) ?? nil
      if let row = raised { raised = try settle(row, with: deadline, agency: agency, working) }
      var next = NextChange(of: deadline, raised: raised)
      if let wanted = deadline.alert(at: now), wanted.state == .firing, wanted.kind.rawValue != raised?.kind {
        if wanted.kind == .breach, !includingBreaches {
          next = NextChange(at: deadline.missedFrom, isBreach: true)
        } else {
          try raise(wanted, deadline, of: owner, agency: agency, working)
          next = NextChange(at: wanted.kind == .breach ? nil : deadline.missedFrom, isBreach: true)
        }
      }
      try DeadlineRows.save(deadline, of: owner, next: next, db)
    }
    try drop(known, of: owner, working)
  }

  /// Plans the deadlines of `owner` by the rules in force, and closes or moves what was raised.
  mutating func replan(_ owner: Owner, _ working: inout Working) throws {
    guard let planned = try deadlines(of: owner, &working) else { return }
    try settle(planned.map(\.deadline), of: owner, agency: nil, isNew: false, working)
  }

  /// The deadlines of an owner as the evidence has them now.
  private mutating func deadlines(of owner: Owner, _ working: inout Working) throws -> [PlannedDeadline]? {
    if owner.ofItem {
      let find = try HotStatement(db, "SELECT item FROM shipments WHERE key = ?")
      guard let text = try find.first(.integer(owner.key), read: { $0.text(0) }),
        let history = try ItemRows.history(of: ItemID(checked: text), working, db)
      else { return nil }
      return try history.shipments.flatMap { shipment in
        let told = try dateTold(of: shipment, working.sources, rules: working.rules)
        return working.planner.deadlines(of: shipment, dateTold: told).map {
          PlannedDeadline(deadline: $0, agency: shipment.posting.agency)
        }
      }
    }
    let find = try HotStatement(db, "SELECT code FROM dossiers WHERE key = ?")
    guard let text = try find.first(.integer(owner.key), read: { $0.text(0) }),
      let code = DossierCode(text), let row = try DossierRows.load(code, working.sources, db)
    else { return nil }
    let state = DossierState(row.evidence, rules: working.rules)
    return working.planner.deadlines(of: state).map { PlannedDeadline(deadline: $0, agency: state.agency) }
  }
}
