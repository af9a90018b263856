import Dossiers
import Foundation
import GRDB
import Store
import TestSupport
import Testing

struct QueryPlanTests {
  private static let large = ["events", "shipments", "dossiers", "outbox", "alerts", "notices", "parked"]
  /// What holds only the few rows that wait or fire, and may be gone through.
  private static let small = [
    "shipments_next", "dossiers_next", "outbox_waiting", "outbox_group", "alerts_firing", "alerts_of_agency",
    "alerts_again",
    "parked_retry", "events_closures",
  ]

  @Test("nothing that runs at every batch, tick or mail goes through a whole table")
  func noScans() async throws {
    let folder = try TemporaryFolder()
    let desk = try await Desk(SQLiteStore(path: folder.database, telling: Desk.atOnce))
    _ = try await Desk.breachTold(desk)
    let statements = try QueryPlanTests.statements()
    #expect(statements.count > 20)
    let database = try DatabaseQueue(path: folder.database)
    try await database.read { db in
      // The newest few, walked from the end of the table, are not all of it.
      for sql in statements where !sql.hasSuffix("ORDER BY id DESC LIMIT ?") {
        for step in try QueryPlanTests.plan(of: sql, db) {
          let isLarge = QueryPlanTests.large.contains { step == "SCAN \($0)" || step.hasPrefix("SCAN \($0) ") }
          let isSmall = QueryPlanTests.small.contains { step.hasSuffix(" \($0)") }
          #expect(!isLarge || isSmall, "\(step) in \(sql)")
        }
      }
    }
  }

  private static func plan(of sql: String, _ db: Database) throws -> [String] {
    let nothing = [Int64?](repeating: nil, count: sql.count { $0 == "?" })
    return try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql, arguments: StatementArguments(nothing))
      .map { $0["detail"] }
  }

  private static let askedFor = ["/Rebuild/", "/Digest/", "/Archive/", "/Keeping/"]

  /// The statements written out in the store's sources, but for those that a person asks for.
  private static func statements() throws -> [String] {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../Sources/Store/SQLite").standardizedFileURL
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    var statements: [String] = []
    while let file = files?.nextObject() as? URL {
      let isAskedFor =
        askedFor.contains { file.path.contains($0) } || file.lastPathComponent == "Counters.swift"
      guard file.pathExtension == "swift", !isAskedFor, file.lastPathComponent != "Schema.swift" else { continue }
      let text = try String(contentsOf: file, encoding: .utf8)
      for literal in literals(of: text) where isStatement(literal) { statements.append(literal) }
    }
    return statements
  }

  private static func isStatement(_ text: String) -> Bool {
    let first = text.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
    return ["SELECT", "UPDATE", "DELETE"].contains(first) && !text.contains("\\(")
  }

  /// The string literals of a Swift source, those of several lines first.
  private static func literals(of text: String) -> [String] {
    let parts = text.components(separatedBy: "\"\"\"")
    let long = parts.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    let short = parts.enumerated().filter { $0.offset % 2 == 0 }.flatMap { part in
      part.element.components(separatedBy: "\"").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    }
    return long + short
  }
}
