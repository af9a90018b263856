import Dossiers
import GRDB

/// What the writer keeps in memory between transactions; thrown away and read again when one fails.
struct Working: Sendable {
  /// The most items whose folds are kept at hand.
  static let cachedItems = 50_000

  var rules: Rules
  var closures: [Int64: Closure]
  let telling: Telling
  var planner: DeadlinePlanner
  var sources: SourceTable
  var agencies: AgencyTable
  /// Voidings heard before their event.
  var unmatchedVoidings: [EventIdentity: Int64]
  var devices: WatchedDevices
  var tallies = WatchedTallies()
  /// The items at hand, each in the slot that the cache gave it.
  var items: [ItemSlot] = []
  var cache = ItemCache(limit: Working.cachedItems)

  init(_ db: Database, telling: Telling) throws {
    self.telling = telling
    rules = try RulesLog.read(db)
    sources = try SourceTable(db)
    agencies = try AgencyTable(db)
    devices = try WatchedDevices(db)
    closures = [:]
    unmatchedVoidings = [:]
    planner = DeadlinePlanner(rules: rules)
    let rows = try Row.fetchAll(db, sql: "SELECT source, id, by FROM voidings WHERE found = 0")
    for row in rows {
      guard let source = EventSource(row["source"]) else { continue }
      unmatchedVoidings[EventIdentity(source: source, id: row["id"])] = row["by"]
    }
    for (seq, standing) in try LogReader.closures(db) { closures[seq] = standing.closure }
    replanner()
  }

  /// Makes the planner go by the rules and closures as they are now.
  mutating func replanner() {
    planner = DeadlinePlanner(rules: rules, closures: closures.sorted { $0.key < $1.key }.map(\.value))
  }
}

/// What the compact forms of folds and evidence refer to by number.
struct Names {
  let sources: SourceTable
  let agencies: AgencyTable
}

extension Working {
  var names: Names { Names(sources: sources, agencies: agencies) }
}
