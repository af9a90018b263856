import Foundation
import GRDB

/// Copies a database as it is at one moment, whoever writes it meanwhile.
///
/// By SQLite's backup in a single step, which is one read transaction: the writer is never kept waiting, and the copy
/// never begins again, as it would between smaller steps at each commit of another process. `VACUUM INTO` is one
/// read transaction as well, but a longer one, as it makes every table and index anew; and for as long as one lasts, the
/// log of changes cannot be begun again and grows with all that is taken in.
enum DatabaseCopy {
  static func make(of source: String, at part: String) throws(StoreError) {
    guard KeptFile.isThere(source) else { throw .cannotOpen(path: source, why: "there is no such file") }
    do {
      let from = try DatabaseQueue(path: source, configuration: .reading)
      var writing = Configuration()
      // Whoever gives it its name brings it to the disk first.
      writing.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = OFF") }
      let to = try DatabaseQueue(path: part, configuration: writing)
      try from.backup(to: to)
      // One file that can be read where nothing may be written, and moved without its companions.
      try to.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
      try to.close()
      try from.close()
    } catch let error as DatabaseError {
      switch error.resultCode {
      case .SQLITE_NOTADB, .SQLITE_CORRUPT: throw .unsound(path: source, why: error.message ?? "\(error.resultCode)")
      case .SQLITE_CANTOPEN: throw .cannotOpen(path: source, why: error.message ?? "\(error.resultCode)")
      default: throw .cannotKeep(path: part, why: error.message ?? "\(error.resultCode)")
      }
    } catch {
      throw .cannotKeep(path: part, why: "\(error)")
    }
  }
}
