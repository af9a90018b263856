import Dossiers
import GRDB

extension Transaction {
  /// Raises and closes the alerts of an item's mishaps, which need no clock to become true.
  ///
  /// `mayHaveLost` says that the item was folded anew, so that a declaration may be gone.
  func settleMishaps(
    of history: ItemHistory, owner: Owner, _ row: inout OwnerRow, mayHaveLost: Bool, _ working: Working
  ) throws {
    let hasMishaps = history.hasMishaps
    guard hasMishaps || (mayHaveLost && row.isAlerted) else { return }
    let wanted = history.mishapAlerts
    var known = row.isAlerted ? try mishapsRaised(of: owner) : [:]
    row.isAlerted = row.isAlerted || hasMishaps
    let shipments = history.shipments.flatMap { shipment in shipment.mishaps.map { _ in shipment } }
    for (alert, shipment) in zip(wanted, shipments) {
      let row = known.removeValue(forKey: Mishap(kind: alert.kind.rawValue, round: alert.round))
      try settle(alert, row, of: owner, shipment, working)
    }
    // What is left was declared by scans that no longer stand.
    for row in known.values where row.isFiring { try close(row, as: .retracted, working) }
  }

  private func settle(
    _ alert: Alert, _ row: AlertRow?, of owner: Owner, _ shipment: Shipment, _ working: Working
  ) throws {
    switch (row.flatMap { $0.isFiring ? $0 : nil }, alert.state) {
    case (nil, .firing):
      // One of the time before anybody watched is no news.
      if row == nil, let since = working.telling.since, alert.since < since { return }
      try raise(
        kind: alert.kind.rawValue, since: alert.since, due: nil, of: owner, clock: alert.kind.rawValue,
        round: alert.round, Matter(shipment, clock: nil), notice: alert.kind == .lost ? .lost : .damaged, working)
    case (let row?, .firing) where row.since != alert.since:
      try db.run(
        "UPDATE alerts SET since = ?, changed = ? WHERE id = ?",
        [alert.since.microseconds, now.microseconds, row.id])
    case (let row?, .resolved):
      try close(row, as: .resolved, working)
    case (let row?, .cancelled):
      try close(row, as: .cancelled, working)
    default:
      break
    }
  }

  /// Which mishap of an item.
  private struct Mishap: Hashable {
    let kind: String
    let round: Int
  }

  private func mishapsRaised(of owner: Owner) throws -> [Mishap: AlertRow] {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id, kind, state, since, due, step, held_until, raised, round FROM alerts
          WHERE owner = ? AND of_item = 1 AND clock IN ('lost', 'damaged')
          """), arguments: [owner.key])
    let pairs = rows.map { row in
      let alert = AlertRow(row)
      return (Mishap(kind: alert.kind, round: row["round"]), alert)
    }
    return Dictionary(pairs) { first, _ in first }
  }
}
