import Dossiers
import GRDB

extension Transaction {
  /// Holds back escalation and repeats of an alert for the opening time that the configuration sets, as somebody has it
  /// in hand. Once a step; a link in a mail is about the step of which that mail told.
  func acknowledge(_ id: Int64, step: Int?, by person: String, _ working: Working) throws -> Acknowledgement {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT id, kind, state, since, due, step, held_until, raised, held_for, agency FROM alerts WHERE id = ?
          """), arguments: [id])
    guard let row else { return .notStanding }
    let alert = AlertRow(row)
    guard alert.isFiring, step ?? alert.step == alert.step else { return .notStanding }
    if let (by, until) = try acknowledged(id, step: alert.step) { return .alreadyHeld(by: by, until: until) }
    let rules = working.telling.routing.acknowledgement
    let heldFor = Span(microseconds: row["held_for"])
    let hold = min(rules.hold, Span(microseconds: rules.longestHold.microseconds - heldFor.microseconds))
    let schedule = working.rules.calendars.latest.schedule(of: row.agency("agency"))
    guard hold > .zero, let until = schedule.instant(after: hold, from: now) else { return .boundReached }
    try db.run(
      "UPDATE alerts SET held_until = ?, held_for = ?, tell_again = ? WHERE id = ?",
      [until.microseconds, heldFor.microseconds + hold.microseconds, until.microseconds, id])
    // What waits to be told again, or to climb, is what was acknowledged.
    try db.run("DELETE FROM outbox WHERE alert = ? AND mail IS NULL AND reason IN ('again', 'reminder')", [id])
    try db.run(
      "INSERT INTO acknowledgements (alert, step, person, at, until) VALUES (?, ?, ?, ?, ?)",
      [id, alert.step, person, now.microseconds, until.microseconds])
    try note("acknowledged at step \(alert.step) until \(until.rfc3339)", of: id)
    return .held(until: until)
  }

  private func acknowledged(_ alert: Int64, step: Int) throws -> (by: String, until: Instant)? {
    try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT person, until FROM acknowledgements
          WHERE alert = ? AND step = ? AND at >= (SELECT raised FROM alerts WHERE id = ?) ORDER BY id DESC LIMIT 1
          """), arguments: [alert, step, alert]
    ).map { ($0["person"], Instant(microseconds: $0["until"])) }
  }
}
