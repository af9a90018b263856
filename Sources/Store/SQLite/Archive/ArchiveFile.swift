import Dossiers
import Foundation
import GRDB

/// The file beside the store that closed dossiers are moved to: a store of its own, which every reading command opens.
enum ArchiveFile {
  /// Makes the archive where there is none, and brings it to the present schema.
  static func prepare(_ path: String, like store: String) throws {
    if !KeptFile.isThere(path) {
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
      try KeptFile.makeFolder(folder, like: store)
      try KeptFile.write(path, part: path + ".part", like: store) { _ in }
    }
    let database = try DatabaseQueue(path: path)
    try Schema.migrate(database)
    // Who reads it keeps the daemon waiting at no time.
    try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
    try database.close()
  }

  /// Whether it has taken all steps of the present schema.
  static func isCurrent(_ path: String) throws -> Bool {
    try DatabaseQueue(path: path, configuration: .reading).read(Schema.migrator.hasCompletedMigrations)
  }

  /// What was ever moved; nil where nothing was.
  static func state(_ path: String, isRead: Bool, _ db: Database) throws -> ArchiveState? {
    try Row.fetchOne(db, sql: "SELECT * FROM archived").map { row in
      ArchiveState(
        dossiers: row["dossiers"], events: row["events"], until: Instant(microseconds: row["until"]), path: path,
        isRead: isRead)
    }
  }

  /// Whether the archive that is attached has taken the steps that the store has.
  static let isPresent = """
    SELECT NOT EXISTS (
      SELECT identifier FROM main.grdb_migrations EXCEPT SELECT identifier FROM archive.grdb_migrations)
    """

  /// Attaches the archive for reading alone.
  static func attach(_ path: String, _ db: Database) throws {
    let uri = URL(fileURLWithPath: path).absoluteString + "?mode=ro"
    try db.execute(sql: "ATTACH DATABASE ? AS archive", arguments: [uri])
  }

  /// Has this connection, which only reads, see store and archive as one: by views that stand in for the tables. What
  /// stands in both, as after a move that was broken off, is the store's.
  static func join(_ db: Database) throws {
    let tables = [
      ("events", "seq"), ("shipments", "key"), ("dossiers", "key"), ("item_keys", "key"), ("dossier_keys", "key"),
      ("alerts", "id"), ("transitions", "id"), ("notices", "id"), ("acknowledgements", "id"), ("looks", "id"),
    ]
    for (table, key) in tables {
      try db.execute(sql: "CREATE TEMP VIEW \(table) AS \(both(table, key, of: "main", db))")
    }
  }

  /// The rows of a table in the store, whose schema is `kept`, and in the archive.
  static func both(_ table: String, _ key: String, of kept: String, _ db: Database) throws -> String {
    let columns = try String.fetchAll(
      db, sql: "SELECT name FROM pragma_table_info(?, ?)", arguments: [table, kept]
    ).joined(separator: ", ")
    return """
      SELECT \(columns) FROM \(kept).\(table)
      UNION ALL SELECT \(columns) FROM archive.\(table) a
        WHERE NOT EXISTS (SELECT 1 FROM \(kept).\(table) k WHERE k.\(key) = a.\(key))
      """
  }
}
