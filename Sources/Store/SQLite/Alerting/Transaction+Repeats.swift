import Dossiers
import GRDB

extension Transaction {
  /// Tells again of alerts that still stand when their time for it has come, and says of how many.
  func tellAgain(limit: Int, _ working: Working) throws -> Int {
    let due = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id, kind, state, since, due, step, held_until, raised FROM alerts
          WHERE tell_again IS NOT NULL AND tell_again <= ? ORDER BY tell_again LIMIT ?
          """), arguments: [now.microseconds, limit]
    ).map { AlertRow($0) }
    for alert in due {
      try db.run("UPDATE alerts SET tell_again = NULL WHERE id = ?", [alert.id])
      guard alert.isFiring, let what = Notice.What(rawValue: alert.kind) else { continue }
      let matter = try storedMatter(of: alert.id, working)
      guard alert.heldUntil != nil else {
        let responsible = try responsible(for: alert, step: alert.step, working)
        try post(what, of: alert, matter, reason: .again, to: responsible, working)
        continue
      }
      try db.run("UPDATE alerts SET held_until = NULL WHERE id = ?", [alert.id])
      try note("hold over", of: alert.id)
      // It may have climbed by now: those are reminded who had it in hand.
      let step = try acknowledgedStep(of: alert.id) ?? alert.step
      let responsible = try responsible(for: alert, step: step, working)
      try post(what, of: alert, matter, reason: .reminder, to: responsible, working)
    }
    return due.count
  }

  /// When alerts that were just told are told again, if they still stand by then.
  func planRepeat(of notice: Notice, _ working: Working) throws {
    guard !notice.what.isFollowUp else { return }
    let labels = Matter(notice.subject).labels(
      notice.what.rawValue, on: LocalDate(now), in: working.rules.registries.latest)
    let intervals = working.telling.routing.tree.destinations(of: labels).compactMap {
      $0.timing.repeatInterval(of: notice.what.rawValue)
    }
    guard let interval = intervals.min() else { return }
    try db.run(
      "UPDATE alerts SET tell_again = ? WHERE id = ? AND state = 'firing' AND held_until IS NULL",
      [now.advanced(by: interval).microseconds, notice.alert])
  }

  private func acknowledgedStep(of alert: Int64) throws -> Int? {
    try Int.fetchOne(
      db.cachedStatement(sql: "SELECT step FROM acknowledgements WHERE alert = ? ORDER BY id DESC LIMIT 1"),
      arguments: [alert])
  }

  /// Who has to act on an alert that has climbed `step` steps.
  private func responsible(for alert: AlertRow, step: Int, _ working: Working) throws -> Audience {
    guard alert.kind == "breach", step > 0,
      let escalation = try NoticeSubjects.read(alert: alert.id, working, db)?.deadline?.basis?.escalation,
      escalation.indices.contains(step - 1)
    else { return .lead }
    return escalation[step - 1].audience
  }
}
