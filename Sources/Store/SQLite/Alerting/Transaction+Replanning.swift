import Dossiers
import GRDB

extension Transaction {
  /// How many rows are passed over for each whose deadlines are planned anew.
  private static let rowsPassedOver = 50

  /// Notes that all open deadlines must be planned anew; the note outlives a crash.
  func beginReplanning() throws {
    try db.run(
      """
      INSERT OR REPLACE INTO replanning (id, of_item, owner)
      SELECT 1, 1, ? WHERE EXISTS (SELECT 1 FROM shipments) OR EXISTS (SELECT 1 FROM dossiers)
      """, [Int64.min])
  }

  /// Goes on with what a new calendar, policy or registry or a closure began, at most `limit` owners, and says how many
  /// were planned.
  mutating func goOnReplanning(limit: Int, _ working: inout Working) throws -> Int {
    var planned = 0
    while planned < limit, let row = try Row.fetchOne(db.cachedStatement(sql: "SELECT of_item, owner FROM replanning"))
    {
      let cursor = ReplanCursor(ofItem: row["of_item"], owner: row["owner"])
      let portion = try portion(after: cursor, limit: limit - planned)
      for owner in portion.owners { try lookAgain(at: owner, raises: false, &working) }
      try settle(&working)
      try remember(portion.next)
      planned += portion.owners.count
    }
    return planned
  }

  /// Plans the deadlines of the next owners anew, and returns where to go on.
  mutating func replanOpen(from cursor: ReplanCursor, limit: Int, _ working: inout Working) throws -> ReplanCursor? {
    let portion = try portion(after: cursor, limit: limit)
    for owner in portion.owners { try lookAgain(at: owner, raises: false, &working) }
    try settle(&working)
    if portion.next == nil { try remember(nil) }
    return portion.next
  }

  private struct Portion {
    var owners: [Owner] = []
    var next: ReplanCursor?
  }

  /// The next owners with open deadlines, and, since a closure, or taking it back, also excuses what has ended, all
  /// others.
  private func portion(after cursor: ReplanCursor, limit: Int) throws -> Portion {
    let sql =
      cursor.ofItem
      ? "SELECT key, next IS NOT NULL AS is_open FROM shipments WHERE key > ? ORDER BY key LIMIT ?"
      : "SELECT key, next IS NOT NULL AS is_open FROM dossiers WHERE key > ? ORDER BY key LIMIT ?"
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: sql), arguments: [cursor.owner, limit * Transaction.rowsPassedOver])
    let meansAll = try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM events WHERE type = 5)") ?? false
    var portion = Portion()
    for row in rows {
      let owner = Owner(ofItem: cursor.ofItem, key: row["key"])
      if meansAll || row["is_open"] { portion.owners.append(owner) }
      if portion.owners.count == limit {
        portion.next = ReplanCursor(ofItem: owner.ofItem, owner: owner.key)
        return portion
      }
    }
    if rows.count == limit * Transaction.rowsPassedOver, let last = rows.last {
      portion.next = ReplanCursor(ofItem: cursor.ofItem, owner: last["key"])
    } else if cursor.ofItem {
      portion.next = ReplanCursor(ofItem: false, owner: .min)
    }
    return portion
  }

  private func remember(_ cursor: ReplanCursor?) throws {
    guard let cursor else { return try db.run("DELETE FROM replanning") }
    try db.run(
      "UPDATE replanning SET of_item = ?, owner = ?", [cursor.ofItem, cursor.owner])
  }
}
