import Dossiers
import Foundation
import GRDB

/// Looks at a database file before it is opened for writing, and leaves it as it is.
enum FileCheck {
  /// How long its pages are looked at: enough for some hundred megabytes, and no more than a start may take.
  private static let patience = DispatchTimeInterval.milliseconds(700)

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
    do {
      let database = try DatabaseQueue(path: path, configuration: .reading)
      try database.read { db in
        let tables = try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'")
        // The power may have gone before the first table was made.
        if tables.allSatisfy({ $0 == "grdb_migrations" || $0.hasPrefix("sqlite_") }) { return }
        guard tables.contains("grdb_migrations"), try Schema.migrator.appliedIdentifiers(db).contains("log") else {
          throw StoreError.cannotOpen(path: path, why: "it is a database of another program")
        }
        if try Schema.migrator.hasBeenSuperseded(db) { throw StoreError.newerSchema(path: path) }
      }
      try refuseDamaged(database, path)
    } catch let error as StoreError {
      throw error
    } catch {
      throw .cannotOpen(path: path, why: "\(error)")
    }
  }

  /// A damaged page would be met sooner or later: better at a start, when somebody looks, than in the midst of a batch.
  private static func refuseDamaged(_ database: DatabaseQueue, _ path: String) throws {
    let alarm = DispatchWorkItem { database.interrupt() }
    DispatchQueue.global().asyncAfter(deadline: .now() + patience, execute: alarm)
    defer { alarm.cancel() }
    do {
      let verdict = try database.read { try String.fetchOne($0, sql: "PRAGMA quick_check(1)") }
      guard verdict == "ok" else {
        let problem = verdict?.split(whereSeparator: \.isNewline).joined(separator: " ")
        throw StoreError.cannotOpen(path: path, why: "it is damaged: \(problem ?? "its pages cannot be read")")
      }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT {
      // What is too large to be looked at whole is looked at where it is used.
    }
  }
}
