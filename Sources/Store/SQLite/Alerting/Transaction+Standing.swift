import Dossiers
import GRDB

extension Transaction {
  /// Raises or resolves an alert that no item or dossier owns, such as that nothing is heard, or that a post office is
  /// silent: `subject` says which; `since` is nil where it is not so, or no more: then `over` is how it ends. Says whether
  /// that is news.
  func setStanding(
    _ what: Notice.What, _ subject: String?, since: Instant?, over: Closing = .resolved, _ working: Working
  ) throws -> Bool {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT id, kind, state, since, due, step, held_until, raised FROM alerts
          WHERE clock = ? AND subject IS ? AND owner IS NULL AND state = 'firing'
          """), arguments: [what.rawValue, subject]
    ).map { AlertRow($0) }
    switch (row, since) {
    case (nil, let since?):
      try db.run(
        """
        INSERT INTO alerts (id, of_item, owner, clock, round, kind, state, since, raised, changed, subject)
        VALUES (\(Numbering.nextAlert), NULL, NULL, ?, 1, ?, 'firing', ?, ?, ?, ?)
        """,
        [what.rawValue, what.rawValue, since.microseconds, now.microseconds, now.microseconds, subject])
      let raised = AlertRow(
        id: db.lastInsertedRowID, kind: what.rawValue, state: "firing", since: since, due: nil, raised: now)
      try note(what.rawValue, of: raised.id)
      try post(what, of: raised, try storedMatter(of: raised.id, working), reason: .first, working)
      return true
    case (let row?, nil):
      try close(row, as: over, working)
      try release(behind: row.id)
      return true
    default:
      return false
    }
  }
}
