import Dossiers
import GRDB

extension Transaction {
  /// Raises or resolves the one alert that stands in for all while nothing is heard from the queue.
  func setDeaf(since: Instant?, _ working: Working) throws -> Bool {
    let row = try Row.fetchOne(
      db, sql: "SELECT id, kind, state, since, due FROM alerts WHERE clock = 'deaf' AND state = 'firing'"
    )
    .flatMap(AlertRow.init)
    switch (row, since) {
    case (nil, let since?):
      try db.run(
        """
        INSERT INTO alerts (of_item, owner, clock, round, kind, state, since, raised, changed)
        VALUES (NULL, NULL, 'deaf', 1, 'deaf', 'firing', ?, ?, ?)
        """, [since.microseconds, now.microseconds, now.microseconds])
      try db.run(
        "INSERT INTO outbox (alert, what, created, not_before) VALUES (?, 'deaf', ?, ?)",
        [db.lastInsertedRowID, now.microseconds, now.microseconds])
      return true
    case (let row?, nil):
      try close(row, as: .resolved, working)
      return true
    default:
      return false
    }
  }
}
