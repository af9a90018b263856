import Dossiers
import GRDB

/// The events that a dossier stands on.
enum LoggedEvents {
  static func read(of code: DossierCode, _ working: Working, _ db: Database) throws -> [LoggedEvent] {
    guard let (items, notes) = try StoredDossier.evidence(of: code, working, db) else { return [] }
    let events = try items.flatMap { try scans(of: $0, carrying: code, working, db) } + notes.map { try note($0, db) }
    return events.sorted { $0.event.order < $1.event.order }
  }

  /// The scans of the uses of an item that carry the dossier.
  private static func scans(
    of key: Int64, carrying code: DossierCode, _ working: Working, _ db: Database
  ) throws -> [LoggedEvent] {
    guard let row = try StoredItem(key, HotStatements.findItem(db)) else { return [] }
    let uses = try row.history(of: ItemKeys.item(key, db), working, db).shipments
    return try LogReader.logged(from: row.lastEvent, db).filter { logged in
      let use = uses.last { $0.accepted <= logged.event.time } ?? uses.first
      return logged.event.fact.scan != nil && use?.carried.contains { $0.dossier == code } ?? false
    }
  }

  private static func note(_ note: HeardNote, _ db: Database) throws -> LoggedEvent {
    let find = try HotStatement(
      db,
      "SELECT seq, recorded, body FROM events WHERE id = ? AND source = (SELECT id FROM sources WHERE text = ?)")
    let found = try find.first(note.identity.id, note.identity.source.text) { row in
      LoggedEvent(
        try LogReader.decode(row.blob(2), seq: row.integer(0)), recorded: Instant(microseconds: row.integer(1)))
    }
    guard let found else { throw StoreError.damaged(what: "event '\(note.identity.id)' is missing from the log") }
    return found
  }
}
