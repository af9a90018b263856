import Dossiers
import GRDB

/// What the writer keeps in memory between transactions; thrown away and read again when one fails.
struct Working: Sendable {
  /// The most items whose folds are kept at hand; what is in flight is touched again and again.
  static let cachedItems = 50_000

  var rules: Rules
  var closures: [Int64: Closure]
  let telling: Telling
  var planner: DeadlinePlanner
  var sources: SourceTable
  /// Voidings heard before their event.
  var unmatchedVoidings: [EventIdentity: Int64]
  var items = BoundedCache<Int64, CachedItem>(limit: Working.cachedItems)

  struct CachedItem: Sendable {
    var history: ItemHistory
    var lastEvent: Int64
  }

  init(_ db: Database, telling: Telling) throws {
    self.telling = telling
    rules = try RulesLog.read(db)
    sources = try SourceTable(db)
    closures = [:]
    unmatchedVoidings = [:]
    planner = DeadlinePlanner(rules: rules)
    let rows = try Row.fetchAll(db, sql: "SELECT source, id, by FROM voidings WHERE found = 0")
    for row in rows {
      guard let source = EventSource(row["source"]) else { continue }
      unmatchedVoidings[EventIdentity(source: source, id: row["id"])] = row["by"]
    }
    let closed = try Row.fetchAll(db, sql: "SELECT seq, body FROM events WHERE type = 5 AND voided_by IS NULL")
    for row in closed {
      if case .closed(let closure) = try LogReader.decode(row.bytes("body"), seq: row["seq"]).fact {
        closures[row["seq"]] = closure
      }
    }
    replanner()
  }

  /// Makes the planner go by the rules and closures as they are now.
  mutating func replanner() {
    planner = DeadlinePlanner(rules: rules, closures: closures.sorted { $0.key < $1.key }.map(\.value))
  }
}
