import Dossiers
import GRDB

extension Transaction {
  /// Plans the deadlines of an item anew and settles their alerts, and those of its mishaps.
  mutating func settleDeadlines(ofItem place: Int, _ working: inout Working) throws {
    if isOver(place, working) {
      if working.items[place].row.next != nil { working.items[place].touch?.isChanged = true }
      working.items[place].row.next = nil
      return
    }
    var planned: [PlannedDeadline] = []
    let history = working.items[place].history
    let isAlerted = working.items[place].row.isAlerted
    // By place, as a loop over the shipments themselves would copy each.
    for index in history.shipments.indices {
      let told = try dateTold(of: history.shipments[index], &working)
      for deadline in working.planner.deadlines(of: history.shipments[index], dateTold: told, withPast: isAlerted) {
        planned.append(PlannedDeadline(deadline: deadline, shipment: index))
      }
    }
    let owner = Owner(ofItem: true, key: working.items[place].key)
    let touch = working.items[place].touch ?? ItemSlot.Touch()
    var row = working.items[place].row
    causingEvent = working.items[place].lastEvent
    try settle(planned, of: owner, &row, raises: touch.raises, working) { planned in
      Matter(history.shipments[planned.shipment], clock: planned.deadline.clock)
    }
    try settleMishaps(of: history, owner: owner, &row, mayHaveLost: touch.isRefolded, working)
    guard row != working.items[place].row else { return }
    working.items[place].row = row
    working.items[place].touch?.isChanged = true
  }

  /// Whether nothing of the item runs any more and nothing was raised, so that there is nothing to plan nor to settle.
  private func isOver(_ place: Int, _ working: Working) -> Bool {
    !working.items[place].row.isAlerted
      && !working.items[place].history.hasMishaps
      && working.items[place].history.shipments.allSatisfy { working.planner.isOver($0) }
  }

  /// Plans a dossier's own deadlines anew and settles their alerts.
  mutating func settleDeadlines(of state: DossierState, at place: Int, _ working: Working) throws {
    let planned = working.planner.deadlines(of: state).map { PlannedDeadline(deadline: $0, shipment: 0) }
    let owner = Owner(ofItem: false, key: dossiers[place].key)
    var row = dossiers[place].row
    causingEvent = nil
    try settle(planned, of: owner, &row, raises: dossiers[place].raises, working) { planned in
      Matter(state, clock: planned.deadline.clock)
    }
    dossiers[place].row = row
  }

  /// Closes or moves what was raised of the deadlines, raises what is due where `raises` says so, which is the
  /// timekeeper's part, and notes when they must be looked at again.
  func settle(
    _ planned: [PlannedDeadline], of owner: Owner, _ row: inout OwnerRow, raises: Bool, _ working: Working,
    matter: (PlannedDeadline) -> Matter
  ) throws {
    var known = row.isAlerted ? try deadlineAlerts(of: owner) : [:]
    var next: Instant?
    for planned in planned {
      let deadline = planned.deadline
      var raised = known.removeValue(forKey: DeadlineKey(clock: deadline.clock, round: deadline.round))
      // What was raised once goes its way to the end, also where it would not be raised any more.
      let since = raised == nil ? working.telling.since : nil
      if let row = raised { raised = try settle(row, with: deadline, working) }
      if raises, let wanted = deadline.alert(at: now, since: since), wanted.state == .firing,
        wanted.kind.rawValue != raised?.kind
      {
        raised = try raise(wanted, deadline, of: owner, matter(planned), working)
        row.isAlerted = true
      }
      if raises, let standing = raised, standing.isFiring {
        raised = try climb(standing, deadline, working) { matter(planned) }
      }
      if let look = nextLook(at: deadline, raised: raised, since: since, working) { next = min(next ?? look, look) }
    }
    // Deadlines that were planned from evidence, or by rules, that no longer hold.
    for alert in known.values where alert.isFiring { try close(alert, as: .cancelled, working) }
    row.next = next
  }

  /// The alerts that were raised of the deadlines of `owner`.
  private func deadlineAlerts(of owner: Owner) throws -> [DeadlineKey: AlertRow] {
    let find = try HotStatement(
      db,
      """
      SELECT clock, round, id, kind, state, since, due, step, held_until, raised FROM alerts WHERE owner = ? AND of_item = ?
      """)
    var alerts: [DeadlineKey: AlertRow] = [:]
    try find.each(owner.key, owner.ofItem) { row in
      guard let clock = ClockKind(rawValue: row.text(0)) else { return }
      alerts[DeadlineKey(clock: clock, round: Int(row.integer(1)))] = AlertRow(
        id: row.integer(2), kind: row.text(3), state: row.text(4), since: Instant(microseconds: row.integer(5)),
        due: row.instant(6), step: Int(row.integer(7)), heldUntil: row.instant(8),
        raised: Instant(microseconds: row.integer(9)))
    }
    return alerts
  }
}

/// Which deadline of an owner.
struct DeadlineKey: Hashable {
  let clock: ClockKind
  let round: Int
}
