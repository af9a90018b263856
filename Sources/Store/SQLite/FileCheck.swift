import Dossiers
import Foundation
import GRDB

/// Looks at a database file before it is opened for writing, and leaves it as it is.
enum FileCheck {
  /// Makes an empty file that only its owner can read where there is none, and refuses one that is not ours.
  static func prepare(_ path: String) throws(StoreError) {
    if size(of: path) > 0 { return try refuseForeign(path) }
    // SQLite would throw away what such a log holds.
    guard size(of: path + "-wal") == 0 else {
      throw .cannotOpen(path: path, why: "it is missing or empty, but \(path)-wal holds changes of it")
    }
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .cannotOpen(path: path, why: String(cString: strerror(errno))) }
    close(descriptor)
  }

  private static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  private static func refuseForeign(_ path: String) throws(StoreError) {
    var configuration = Configuration()
    configuration.readonly = true
    do {
      try DatabaseQueue(path: path, configuration: configuration).read { db in
        let tables = try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'")
        // The power may have gone before the first table was made.
        if tables.allSatisfy({ $0 == "grdb_migrations" || $0.hasPrefix("sqlite_") }) { return }
        guard tables.contains("grdb_migrations"), try Schema.migrator.appliedIdentifiers(db).contains("log") else {
          throw StoreError.cannotOpen(path: path, why: "it is a database of another program")
        }
        if try Schema.migrator.hasBeenSuperseded(db) { throw StoreError.newerSchema(path: path) }
      }
    } catch let error as StoreError {
      throw error
    } catch {
      throw .cannotOpen(path: path, why: "\(error)")
    }
  }
}
