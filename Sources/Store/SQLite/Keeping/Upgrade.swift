import Dossiers
import Foundation
import GRDB

/// Brings a database to the present schema, after a backup of it as it was.
enum Upgrade {
  static func run(
    _ database: DatabaseQueue, at path: String, into backups: BackupFolder,
    saying progress: @escaping @Sendable () -> Void
  ) throws {
    let (isDue, holdsAnything) = try database.read { db in
      let migrator = Schema.migrator
      return (
        try !migrator.hasCompletedMigrations(db),
        try migrator.appliedIdentifiers(db).contains("log")
          && Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM events) OR EXISTS (SELECT 1 FROM versions)") == true
      )
    }
    guard isDue else { return }
    progress()
    if holdsAnything {
      // The name of a file, by which nothing is judged.
      let now = Instant(seconds: Int64(Date().timeIntervalSince1970))
      _ = try backups.make(of: path, at: now, occasion: .upgrade)
    }
    progress()
    try database.saying(progress) { try Schema.migrate(database) }
  }
}
