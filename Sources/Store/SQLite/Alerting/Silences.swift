import Dossiers
import Foundation
import GRDB

/// The silences that have not ended, as their rows keep them.
struct Silences {
  let all: [Silence]
  private let now: Instant

  /// Those that end after `now`, the ones that end first in front.
  init(at now: Instant, _ db: Database) throws {
    self.now = now
    all = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT * FROM silences WHERE ends > ? ORDER BY ends, id"),
      arguments: [now.microseconds]
    ).map { row in
      Silence(
        id: row["id"], matchers: try JSONDecoder().decode([Matcher].self, from: row["matchers"]), author: row["author"],
        reason: row["reason"], begins: Instant(microseconds: row["begins"]), ends: Instant(microseconds: row["ends"]))
    }
  }

  /// The last to end of those that hold now and are about such alerts.
  func first(meeting labels: AlertLabels) -> Silence? { all.last { $0.holds(labels, at: now) } }
}

extension Transaction {
  /// Orders a silence, and returns it.
  func add(_ matchers: [Matcher], by author: String, reason: String, from begins: Instant, until ends: Instant) throws
    -> Silence
  {
    try db.run(
      "INSERT INTO silences (matchers, author, reason, begins, ends) VALUES (?, ?, ?, ?, ?)",
      [try JSONEncoder().encode(matchers), author, reason, begins.microseconds, ends.microseconds])
    return Silence(
      id: db.lastInsertedRowID, matchers: matchers, author: author, reason: reason, begins: begins, ends: ends)
  }

  /// Ends a silence now, and lets go what it held back; says whether it had not ended yet.
  func expireSilence(_ id: Int64) throws -> Bool {
    try db.run("UPDATE silences SET ends = ? WHERE id = ? AND ends > ?", [now.microseconds, id, now.microseconds])
    guard db.changesCount > 0 else { return false }
    try db.run(
      "UPDATE outbox SET not_before = ?, silence = NULL WHERE silence = ? AND mail IS NULL", [now.microseconds, id])
    return true
  }
}
