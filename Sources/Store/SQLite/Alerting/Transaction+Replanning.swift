import Dossiers
import GRDB

extension Transaction {
  /// Notes that all open deadlines must be planned anew; the note outlives a crash.
  func beginReplanning() throws {
    try db.execute(
      sql: """
        INSERT OR REPLACE INTO replanning (id, of_item, owner)
        SELECT 1, 1, ? WHERE EXISTS (SELECT 1 FROM deadlines)
        """, arguments: [Int64.min])
  }

  /// Goes on with what a new calendar, policy or registry or a closure began, at most `limit` owners, and says how many
  /// were planned.
  mutating func goOnReplanning(limit: Int, _ working: inout Working) throws -> Int {
    var planned = 0
    while planned < limit, let row = try Row.fetchOne(db.cachedStatement(sql: "SELECT of_item, owner FROM replanning"))
    {
      let cursor = ReplanCursor(ofItem: row["of_item"], owner: row["owner"])
      let owners = try ownersToReplan(after: cursor, limit: limit - planned)
      for owner in owners { try replan(owner, &working) }
      try remember(next(after: cursor, owners, isLast: owners.count < limit - planned))
      planned += owners.count
    }
    return planned
  }

  /// Plans the deadlines of the next owners anew, and returns where to go on.
  mutating func replanOpen(from cursor: ReplanCursor, limit: Int, _ working: inout Working) throws -> ReplanCursor? {
    let owners = try ownersToReplan(after: cursor, limit: limit)
    for owner in owners { try replan(owner, &working) }
    let next = next(after: cursor, owners, isLast: owners.count < limit)
    if next == nil { try remember(nil) }
    return next
  }

  /// Those with open deadlines, and, since a closure, or taking it back, also excuses what has ended, all others.
  private func ownersToReplan(after cursor: ReplanCursor, limit: Int) throws -> [Owner] {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT DISTINCT owner FROM deadlines
          WHERE of_item = ? AND owner > ? AND (ended IS NULL OR EXISTS (SELECT 1 FROM events WHERE type = 5))
          ORDER BY owner LIMIT ?
          """), arguments: [cursor.ofItem, cursor.owner, limit])
    return rows.map { Owner(ofItem: cursor.ofItem, key: $0["owner"]) }
  }

  private func next(after cursor: ReplanCursor, _ owners: [Owner], isLast: Bool) -> ReplanCursor? {
    if !isLast, let last = owners.last { return ReplanCursor(ofItem: cursor.ofItem, owner: last.key) }
    return cursor.ofItem ? ReplanCursor(ofItem: false, owner: .min) : nil
  }

  private func remember(_ cursor: ReplanCursor?) throws {
    guard let cursor else { return try db.execute(sql: "DELETE FROM replanning") }
    try db.execute(
      sql: "UPDATE replanning SET of_item = ?, owner = ?", arguments: [cursor.ofItem, cursor.owner])
  }
}
