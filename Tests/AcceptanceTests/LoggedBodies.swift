import Foundation
import GRDB

/// The bodies of all events in a database's log.
enum LoggedBodies {
  static func read(_ path: String) throws -> [String] {
    var configuration = Configuration()
    configuration.readonly = true
    return try DatabaseQueue(path: path, configuration: configuration).read { db in
      try Data.fetchAll(db, sql: "SELECT body FROM events ORDER BY seq").map { String(decoding: $0, as: UTF8.self) }
    }
  }
}
