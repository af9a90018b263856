import Dossiers
import GRDB

extension Transaction {
  /// Notes that all deadlines must be planned anew; the note outlives a crash.
  ///
  /// New rules also judge the events stamped from `rulesChanged` on: an item that has taken such a one ahead of its time is
  /// folded anew as well.
  func beginReplanning(rulesChanged: Instant = .distantFuture) throws {
    try db.run(
      """
      INSERT INTO replanning (id, of_item, owner, rules_changed)
      SELECT 1, 1, ?, ? WHERE EXISTS (SELECT 1 FROM shipments) OR EXISTS (SELECT 1 FROM dossiers)
      ON CONFLICT (id) DO UPDATE SET of_item = 1, owner = excluded.owner,
        rules_changed = min(rules_changed, excluded.rules_changed)
      """, [Int64.min, rulesChanged.microseconds])
  }

  /// Goes on with what a new calendar, policy or registry or a closure began, at most `limit` owners, and says how many
  /// were planned.
  mutating func goOnReplanning(limit: Int, _ working: inout Working) throws -> Int {
    var planned = 0
    while planned < limit, let row = try Row.fetchOne(db.cachedStatement(sql: "SELECT of_item, owner FROM replanning"))
    {
      let cursor = ReplanCursor(ofItem: row["of_item"], owner: row["owner"])
      let portion = try portion(after: cursor, limit: limit - planned)
      try replan(portion, &working)
      try remember(portion.next)
      planned += portion.owners.count
    }
    return planned
  }

  /// Plans the deadlines of the next owners anew, and returns where to go on.
  mutating func replanOpen(from cursor: ReplanCursor, limit: Int, _ working: inout Working) throws -> ReplanCursor? {
    let portion = try portion(after: cursor, limit: limit)
    try replan(portion, &working)
    if portion.next == nil { try remember(nil) }
    return portion.next
  }

  private struct Portion {
    var owners: [Owner] = []
    var next: ReplanCursor?
  }

  /// The next owners, also those whose clocks have all ended: an end that is stamped ahead of its recording is judged by
  /// rules that come in between, and a closure excuses what has ended.
  private func portion(after cursor: ReplanCursor, limit: Int) throws -> Portion {
    let sql =
      cursor.ofItem
      ? "SELECT key FROM shipments WHERE key > ? ORDER BY key LIMIT ?"
      : "SELECT key FROM dossiers WHERE key > ? ORDER BY key LIMIT ?"
    let keys = try Int64.fetchAll(db.cachedStatement(sql: sql), arguments: [cursor.owner, limit])
    var portion = Portion(owners: keys.map { Owner(ofItem: cursor.ofItem, key: $0) })
    if keys.count == limit, let last = keys.last {
      portion.next = ReplanCursor(ofItem: cursor.ofItem, owner: last)
    } else if cursor.ofItem {
      portion.next = ReplanCursor(ofItem: false, owner: .min)
    }
    return portion
  }

  private mutating func replan(_ portion: Portion, _ working: inout Working) throws {
    let changed = try Int64.fetchOne(db.cachedStatement(sql: "SELECT rules_changed FROM replanning"))
      .map { Instant(microseconds: $0) }
    for owner in portion.owners {
      try lookAgain(at: owner, raises: false, &working)
      if owner.ofItem, let changed { try foldAnew(owner.key, ifStampedSince: changed, &working) }
    }
    try settle(&working)
  }

  private mutating func foldAnew(_ item: Int64, ifStampedSince changed: Instant, _ working: inout Working) throws {
    guard let place = working.cache.place(of: item), let last = working.items[place].history.last, last.time >= changed
    else { return }
    working.items[place].touch?.mustRefold = true
  }

  private func remember(_ cursor: ReplanCursor?) throws {
    guard let cursor else { return try db.run("DELETE FROM replanning") }
    try db.run(
      "UPDATE replanning SET of_item = ?, owner = ?", [cursor.ofItem, cursor.owner])
  }
}
