import Dossiers
import GRDB

/// What a database holds: its deadlines and the alerts that fire, in the lines of `StateLine`.
struct KeptState {
  let deadlines: Set<String>
  let firing: Set<String>

  init(path: String) throws {
    var configuration = Configuration()
    configuration.readonly = true
    let database = try DatabaseQueue(path: path, configuration: configuration)
    (deadlines, firing) = try database.read { db in (try KeptState.deadlines(db), try KeptState.firing(db)) }
  }

  private static let owner = """
    coalesce((SELECT item FROM shipments WHERE of_item = 1 AND key = owner),
      (SELECT code FROM dossiers WHERE of_item = 0 AND key = owner))
    """

  private static func deadlines(_ db: Database) throws -> Set<String> {
    let rows = try Row.fetchAll(db, sql: "SELECT *, \(owner) AS name FROM deadlines")
    return Set(
      rows.map { row in
        StateLine.deadline(
          row["name"], row["clock"], row["round"],
          ["started", "due", "last_day", "warn", "ended", "is_met"].map { row[$0] as Int64? })
      })
  }

  private static func firing(_ db: Database) throws -> Set<String> {
    let rows = try Row.fetchAll(db, sql: "SELECT *, \(owner) AS name FROM alerts WHERE state = 'firing'")
    return Set(rows.map { StateLine.alert($0["name"], $0["clock"], $0["round"], $0["kind"], $0["since"]) })
  }
}
