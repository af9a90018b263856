import Dossiers
import GRDB

extension Transaction {
  /// Brings what was raised in line with the deadline as it stands now, and returns what remains of it.
  func settle(_ raised: AlertRow, with deadline: Deadline, _ working: Working) throws -> AlertRow? {
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
      var warning = raised
      (warning.kind, warning.since, warning.due) = ("warning", wanted.since, deadline.dueDate.due)
      warning.step = deadline.warningsPassed(at: now)
      try db.run(
        """
        UPDATE alerts SET kind = 'warning', since = ?, due = ?, step = ?, changed = ?, tell_again = NULL,
          held_until = NULL, held_for = 0 WHERE id = ?
        """,
        [warning.since.microseconds, warning.due?.microseconds, warning.step, now.microseconds, raised.id])
      try note("breach retracted, warning stands", of: raised.id)
      try tell(.retracted, of: raised, working)
      return warning
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
    if due != raised.due {
      try note("due \(due?.rfc3339 ?? "no more while a pause lasts")", of: raised.id)
      try tell(.changed, of: raised, working)
    }
    var moved = raised
    (moved.since, moved.due) = (since, due)
    return moved
  }

  /// Closes an alert and tells whoever was told; what nobody was told yet is not told any more.
  func close(_ raised: AlertRow, as closing: Closing, _ working: Working) throws {
    try db.run(
      "UPDATE alerts SET state = ?, changed = ?, tell_again = NULL, held_until = NULL WHERE id = ?",
      [closing.rawValue, now.microseconds, raised.id])
    try note(closing.rawValue, of: raised.id)
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
  func raise(_ alert: Alert, _ deadline: Deadline, of owner: Owner, _ matter: Matter, _ working: Working) throws
    -> AlertRow
  {
    let isMailed = alert.kind == .breach ? deadline.mailsBreach : deadline.mailsWarning
    return try raise(
      kind: alert.kind.rawValue, since: alert.since, due: deadline.dueDate.due, of: owner,
      clock: deadline.clock.rawValue, round: deadline.round,
      step: alert.kind == .warning ? deadline.warningsPassed(at: now) : 0, matter,
      notice: !isMailed ? nil : alert.kind == .breach ? .breach : .warning, working)
  }

  /// Raises an alert, anew where it was closed, and posts its notice.
  @discardableResult
  func raise(
    kind: String, since: Instant, due: Instant?, of owner: Owner, clock: String, round: Int, step: Int = 0,
    _ matter: Matter, notice: Notice.What?, _ working: Working
  ) throws -> AlertRow {
    try db.run(
      """
      INSERT INTO alerts (id, of_item, owner, clock, round, kind, state, since, due, agency, raised, changed, step)
      VALUES (\(Numbering.nextAlert), ?, ?, ?, ?, ?, 'firing', ?, ?, ?, ?, ?, ?)
      ON CONFLICT (owner, of_item, clock, round) DO UPDATE SET kind = excluded.kind, state = 'firing',
        since = excluded.since, due = excluded.due, agency = excluded.agency, raised = excluded.raised,
        changed = excluded.changed, step = excluded.step, held_until = NULL, held_for = 0, tell_again = NULL
      """,
      [
        owner.ofItem, owner.key, clock, round, kind, since.microseconds, due?.microseconds, matter.agency?.text,
        now.microseconds, now.microseconds, step,
      ])
    let id = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM alerts WHERE owner = ? AND of_item = ? AND clock = ? AND round = ?"),
      arguments: [owner.key, owner.ofItem, clock, round])
    guard let id else { throw StoreError.damaged(what: "an alert that was just raised is missing") }
    let raised = AlertRow(id: id, kind: kind, state: "firing", since: since, due: due, step: step, raised: now)
    try note(kind, of: id)
    // A breach stands in for the warning that nobody was told of yet.
    try db.run("DELETE FROM outbox WHERE alert = ? AND mail IS NULL", [id])
    if let notice { try post(notice, of: raised, matter, reason: .first, working) }
    return raised
  }
}

extension Deadline {
  /// How many of its warning points have passed by `now`.
  func warningsPassed(at now: Instant) -> Int {
    guard let warn, warn <= now else { return 0 }
    return 1 + laterWarnings.count { $0 <= now }
  }

  /// The warning point behind the first `step`.
  func warning(after step: Int) -> Instant? {
    step == 0 ? warn : laterWarnings.indices.contains(step - 1) ? laterWarnings[step - 1] : nil
  }
}
