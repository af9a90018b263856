import Dossiers
import GRDB

/// The ledger of who looked at which dossier; no projection of the log.
enum Looks {
  static func add(_ looks: [Look], _ db: Database) throws {
    let add = try db.cachedStatement(
      sql: "INSERT INTO looks (dossier, at, viewer, role, address, path) VALUES (?, ?, ?, ?, ?, ?)")
    for look in looks {
      try add.execute(arguments: [
        look.dossier.text, look.at.microseconds, look.viewer, look.role.rawValue, look.address, look.path,
      ])
    }
  }

  /// The looks at a dossier, the newest first.
  static func read(at dossier: DossierCode, limit: Int, _ db: Database) throws -> [Look] {
    try Row.fetchAll(
      db.cachedStatement(sql: "SELECT * FROM looks WHERE dossier = ? ORDER BY at DESC, id DESC LIMIT ?"),
      arguments: [dossier.text, limit]
    ).compactMap { row in
      Viewer.Role(rawValue: row["role"]).map { role in
        Look(
          dossier: dossier, at: Instant(microseconds: row["at"]), viewer: row["viewer"], role: role,
          address: row["address"], path: row["path"])
      }
    }
  }
}
