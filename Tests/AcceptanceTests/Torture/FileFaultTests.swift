import Foundation
import GRDB
import TestSupport
import Testing

extension Torture {
  /// The database is not what it should be at a start.
  struct FileFaultTests {
    /// What is wrong with it, and the words by which the start says so.
    enum Damage: String, CaseIterable {
      case page = "database with a damaged page"
      case foreign = "database of another program"
      case newer = "database of a newer program"

      var words: String {
        switch self {
        case .page: "restore a backup"
        case .foreign: "it is a database of another program"
        case .newer: "was written by a newer dossierd; install that version again"
        }
      }

      func inflict(on path: String, drawing chance: (ClosedRange<Int>) -> Int) throws {
        let database = try DatabaseQueue(path: path)
        defer { try? database.close() }
        switch self {
        case .page:
          let roots = try database.read {
            try Int.fetchAll($0, sql: "SELECT rootpage FROM sqlite_schema WHERE rootpage > 1 ORDER BY rootpage")
          }
          try database.close()
          let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
          try file.seek(toOffset: UInt64(roots[chance(0...roots.count - 1)] - 1) * 4_096)
          try file.write(contentsOf: Data(repeating: 0xA5, count: 4_096))
          try file.close()
        case .foreign:
          try database.close()
          for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
          try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE books (title)") }
        case .newer:
          try database.write {
            try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('of tomorrow')")
          }
        }
      }
    }

    @Test(
      "a start on a database that is not as it should be is refused with the way out, and the file is left as it is",
      arguments: Damage.allCases)
    func refused(_ damage: Damage) async throws {
      let ordeal = try await Ordeal(damage.rawValue)
      let path = ordeal.trial.database
      try await ordeal.undergo(Times(1, 5), within: .seconds(2)) { ordeal in
        try await ordeal.commitsAll()
        _ = try await ordeal.daemon.stop()
        // Whoever closes it last puts all changes into the one file.
        try DatabaseQueue(path: path).close()
        let whole = try Data(contentsOf: URL(fileURLWithPath: path))
        try damage.inflict(on: path) { ordeal.draw($0) }
        let damaged = try Data(contentsOf: URL(fileURLWithPath: path))
        let daemon = try ordeal.launch()
        try await daemon.waitForEnd()
        #expect(daemon.log.contains(damage.words), "\(daemon.log.suffix(500))")
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == damaged)
        // What the administrator does about it: a backup.
        for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
        try whole.write(to: URL(fileURLWithPath: path))
        try ordeal.isMended()
        try await ordeal.start()
      }
      try await ordeal.judge()
    }
  }
}
