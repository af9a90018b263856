import Dossiers
import GRDB

extension Transaction {
  /// Raises what is due, each deadline worked out anew first, and says how many owners were looked at. Deadlines that
  /// must be planned anew come first.
  mutating func raise(limit: Int, _ working: inout Working) throws -> Int {
    let planned = try goOnReplanning(limit: limit, &working)
    guard planned < limit else { return planned }
    let due = try ownersDue(limit: limit - planned)
    for owner in due { try lookAgain(at: owner, raises: true, &working) }
    try settle(&working)
    return planned + due.count + (try tellAgain(limit: limit, working))
  }

  /// Those whose clocks must be looked at by now, the longest due first.
  func ownersDue(limit: Int) throws -> [Owner] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT 1 AS of_item, key, next FROM shipments WHERE next <= ?
          UNION ALL SELECT 0, key, next FROM dossiers WHERE next <= ?
          ORDER BY next LIMIT ?
          """), arguments: [now.microseconds, now.microseconds, limit]
    ).map { Owner(ofItem: $0["of_item"], key: $0["key"]) }
  }

  /// Has the deadlines of `owner` planned anew when the transaction settles.
  mutating func lookAgain(at owner: Owner, raises: Bool, _ working: inout Working) throws {
    let db = db
    if owner.ofItem {
      let place = try touch(key: owner.key, ItemKeys.item(owner.key, db), &working)
      working.items[place].touch?.effects.insert(.clocks)
      working.items[place].touch?.raises = raises
    } else {
      let code = try DossierKeys.code(owner.key, working.agencies, db)
      let place = try touch(key: owner.key, code, lending: nil, &working)
      dossiers[place].mustSettle = true
      dossiers[place].raises = raises
    }
  }
}
