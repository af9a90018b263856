import GRDB
import GRDBSQLite

extension DatabaseQueue {
  /// Does some long work, and calls `progress` for as long as SQLite really works: nothing is said by what hangs.
  func saying(_ progress: @escaping @Sendable () -> Void, _ work: () throws -> Void) throws {
    let listener = Listener(progress)
    try withExtendedLifetime(listener) {
      inDatabase { listener.listen(to: $0) }
      defer { inDatabase { listener.leave($0) } }
      try work()
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
