import GRDB

/// The statements that run for every event, looked up once a transaction.
struct HotStatements {
  let appendEvent: HotStatement
  let findItem: HotStatement
  let insertItem: HotStatement
  let extendItem: HotStatement
  let updateItem: HotStatement
  let findDossier: HotStatement
  let insertDossier: HotStatement
  let updateDossier: HotStatement

  init(_ db: Database) throws {
    appendEvent = try HotStatement(
      db,
      """
      INSERT OR IGNORE INTO events (id, source, type, time, recorded, previous, voided_by, body)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """)
    findItem = try HotStatements.findItem(db)
    insertItem = try HotStatement(
      db, "INSERT INTO shipments (key, last_event, next, is_alerted, fold) VALUES (?, ?, ?, ?, ?)")
    extendItem = try HotStatement(db, "UPDATE shipments SET last_event = ?, fold = ? WHERE key = ?")
    updateItem = try HotStatement(
      db, "UPDATE shipments SET last_event = ?, next = ?, is_alerted = ?, fold = ? WHERE key = ?")
    findDossier = try HotStatements.findDossier(db)
    insertDossier = try HotStatement(
      db, "INSERT INTO dossiers (key, stage, next, is_alerted, evidence) VALUES (?, ?, ?, ?, ?)")
    updateDossier = try HotStatement(
      db, "UPDATE dossiers SET stage = ?, next = ?, is_alerted = ?, evidence = ? WHERE key = ?")
  }

  /// The statement that finds the row of an item, for those who need no other.
  static func findItem(_ db: Database) throws -> HotStatement {
    try HotStatement(db, "SELECT last_event, next, is_alerted, fold FROM shipments WHERE key = ?")
  }

  /// The statement that finds the row of a dossier, for those who need no other.
  static func findDossier(_ db: Database) throws -> HotStatement {
    try HotStatement(db, "SELECT stage, next, is_alerted, evidence FROM dossiers WHERE key = ?")
  }
}
