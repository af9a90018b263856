import Dossiers
import GRDB

extension Transaction {
  /// Brings what was raised in line with the deadline as it stands now, and returns what remains of it.
  func settle(_ raised: AlertRow, with deadline: Deadline, agency: AgencyCode?, _ working: Working) throws
    -> AlertRow?
  {
    let wanted = deadline.alert(at: now)
    guard raised.isFiring else { return try correct(raised, wanted: wanted, working) }
    switch (raised.kind, wanted) {
    case ("breach", nil):
      // Met in time after all, or given more time and not even near.
      try close(
        raised, as: deadline.end.map { if case .cancelled = $0 { .cancelled } else { .retracted } } ?? .retracted,
        working)
      return nil
    case ("warning", nil):
      try close(raised, as: deadline.met == nil ? .cancelled : .resolved, working)
      return nil
    case ("breach", let wanted?) where wanted.kind == .warning:
      // The due instant moved into the future: the breach is taken back, and the warning stays without a second mail.
      try db.run(
        "UPDATE alerts SET kind = 'warning', since = ?, due = ?, changed = ? WHERE id = ?",
        [
          wanted.since.microseconds, deadline.dueDate.due?.microseconds, now.microseconds, raised.id,
        ])
      try tell(.retracted, of: raised, working)
      return AlertRow(id: raised.id, kind: "warning", state: "firing", since: wanted.since, due: deadline.dueDate.due)
    case (_, let wanted?) where wanted.state != .firing:
      try close(raised, as: wanted.state == .resolved ? .resolved : .cancelled, working)
      return nil
    default:
      return try move(raised, to: deadline, wanted, working)
    }
  }

  /// A closed alert whose evidence changed: the ledger is put right, and it may be raised again.
  private func correct(_ closed: AlertRow, wanted: Alert?, _ working: Working) throws -> AlertRow? {
    switch (closed.state, wanted?.state) {
    case ("resolved", nil) where closed.kind == "breach":
      try close(closed, as: .retracted, working)
    case ("retracted", .resolved):
      try close(closed, as: .resolved, working)
    default:
      break
    }
    return nil
  }

  /// The deadline moved and the alert stands: those who were told are told the new date.
  private func move(_ raised: AlertRow, to deadline: Deadline, _ wanted: Alert?, _ working: Working) throws -> AlertRow
  {
    let due = deadline.dueDate.due
    let since = wanted.flatMap { $0.kind.rawValue == raised.kind ? $0.since : nil } ?? raised.since
    guard due != raised.due || since != raised.since else { return raised }
    try db.run(
      "UPDATE alerts SET due = ?, since = ?, changed = ? WHERE id = ?",
      [due?.microseconds, since.microseconds, now.microseconds, raised.id])
    // A calendar may move the warning alone, which is no news to anyone.
    if due != raised.due { try tell(.changed, of: raised, working) }
    return AlertRow(id: raised.id, kind: raised.kind, state: raised.state, since: since, due: due)
  }

  /// Closes an alert and tells whoever was told; what nobody was told yet is not told any more.
  func close(_ raised: AlertRow, as closing: Closing, _ working: Working) throws {
    try db.run(
      "UPDATE alerts SET state = ?, changed = ? WHERE id = ?",
      [closing.rawValue, now.microseconds, raised.id])
    if raised.kind == "warning" {
      // That a breach was taken back is told all the same.
      try db.run(
        "DELETE FROM outbox WHERE alert = ? AND mail IS NULL AND what <> 'retracted'", [raised.id])
      return
    }
    try db.run("DELETE FROM outbox WHERE alert = ? AND mail IS NULL", [raised.id])
    try tell(closing.notice, of: raised, working)
  }

  /// Raises the alert of a deadline, or turns its warning into a breach.
  func raise(_ alert: Alert, _ deadline: Deadline, of owner: Owner, agency: AgencyCode?, _ working: Working) throws
    -> AlertRow
  {
    let isMailed = alert.kind == .breach ? deadline.mailsBreach : deadline.mailsWarning
    let id = try raise(
      kind: alert.kind.rawValue, since: alert.since, due: deadline.dueDate.due, of: owner,
      clock: deadline.clock.rawValue, round: deadline.round, agency: agency,
      notice: !isMailed ? nil : alert.kind == .breach ? .breach : .warning, working)
    return AlertRow(
      id: id, kind: alert.kind.rawValue, state: "firing", since: alert.since, due: deadline.dueDate.due)
  }

  /// Raises an alert, anew where it was closed, posts its notice, and returns its number.
  @discardableResult
  func raise(
    kind: String, since: Instant, due: Instant?, of owner: Owner, clock: String, round: Int, agency: AgencyCode?,
    notice: Notice.What?, _ working: Working
  ) throws -> Int64 {
    try db.run(
      """
      INSERT INTO alerts (of_item, owner, clock, round, kind, state, since, due, agency, raised, changed)
      VALUES (?, ?, ?, ?, ?, 'firing', ?, ?, ?, ?, ?)
      ON CONFLICT (owner, of_item, clock, round) DO UPDATE SET kind = excluded.kind, state = 'firing',
        since = excluded.since, due = excluded.due, agency = excluded.agency, raised = excluded.raised,
        changed = excluded.changed
      """,
      [
        owner.ofItem, owner.key, clock, round, kind, since.microseconds, due?.microseconds, agency?.text,
        now.microseconds, now.microseconds,
      ])
    let id = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM alerts WHERE owner = ? AND of_item = ? AND clock = ? AND round = ?"),
      arguments: [owner.key, owner.ofItem, clock, round])
    guard let id else { throw StoreError.damaged(what: "an alert that was just raised is missing") }
    // A breach stands in for the warning that nobody was told of yet.
    try db.run("DELETE FROM outbox WHERE alert = ? AND mail IS NULL", [id])
    // One that was taken back, and holds after all before anyone was told so, is not told a second time.
    if let notice, try !Told(of: id, underWay: true, db).stands(kind) {
      try post(notice, alert: id, agency: agency, working)
    }
    return id
  }

  /// Posts a follow-up to an alert, where somebody was told of it or is just being told.
  private func tell(_ what: Notice.What, of raised: AlertRow, _ working: Working) throws {
    guard try Told(of: raised.id, underWay: true, db).callsFor(what, on: raised.kind) else { return }
    let agency = try String.fetchOne(
      db.cachedStatement(sql: "SELECT agency FROM alerts WHERE id = ?"), arguments: [raised.id])
    try post(what, alert: raised.id, agency: agency.flatMap(AgencyCode.init), working)
  }

  private func post(_ what: Notice.What, alert: Int64, agency: AgencyCode?, _ working: Working) throws {
    let leaves = working.telling.leaves(what, agency: agency, at: now, calendar: working.rules.calendars.latest)
    try db.run(
      "INSERT INTO outbox (alert, agency, what, created, not_before) VALUES (?, ?, ?, ?, ?)",
      [alert, agency?.text, what.rawValue, now.microseconds, leaves.microseconds])
  }
}
