import GRDB
import GRDBSQLite

extension DatabaseMigrator {
  /// Migrates, and calls `progress` at the beginning and for as long as SQLite really works: nothing is said where there
  /// is nothing to do, or by a migration that hangs.
  func migrate(_ database: DatabaseQueue, saying progress: @escaping @Sendable () -> Void) throws {
    guard try !database.read(hasCompletedMigrations) else { return }
    progress()
    let listener = Listener(progress)
    try withExtendedLifetime(listener) {
      database.inDatabase { listener.listen(to: $0) }
      defer { database.inDatabase { listener.leave($0) } }
      try migrate(database)
    }
  }

  /// What SQLite calls while it works.
  private final class Listener: Sendable {
    /// Some tenths of a second's work of SQLite.
    private static let steps: Int32 = 5_000_000

    let progress: @Sendable () -> Void

    init(_ progress: @escaping @Sendable () -> Void) { self.progress = progress }

    func listen(to db: Database) {
      sqlite3_progress_handler(
        db.sqliteConnection, Listener.steps,
        { listener in
          if let listener { Unmanaged<Listener>.fromOpaque(listener).takeUnretainedValue().progress() }
          return 0
        }, Unmanaged.passUnretained(self).toOpaque())
    }

    func leave(_ db: Database) { sqlite3_progress_handler(db.sqliteConnection, 0, nil, nil) }
  }
}
