import Dossiers
import GRDB

@testable import Store

/// What a database holds: when its clocks are looked at next, and the alerts that fire, in the lines of `StateLine`.
struct KeptState {
  let looks: [String: Instant]
  let firing: Set<String>

  init(path: String) throws {
    var configuration = Configuration()
    configuration.readonly = true
    let database = try DatabaseQueue(path: path, configuration: configuration)
    (looks, firing) = try database.read { db in (try KeptState.looks(db), try KeptState.firing(db)) }
  }

  private static func looks(_ db: Database) throws -> [String: Instant] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT 1 AS of_item, key AS owner, next FROM shipments WHERE next IS NOT NULL
        UNION ALL SELECT 0, key, next FROM dossiers WHERE next IS NOT NULL
        """)
    return Dictionary(try rows.map { (try name($0, db), Instant(microseconds: $0["next"])) }) { min($0, $1) }
  }

  private static func firing(_ db: Database) throws -> Set<String> {
    let rows = try Row.fetchAll(db, sql: "SELECT * FROM alerts WHERE state = 'firing'")
    return Set(
      try rows.map { StateLine.alert(try name($0, db), $0["clock"], $0["round"], $0["kind"], $0["since"]) })
  }

  private static func name(_ row: Row, _ db: Database) throws -> String {
    row["of_item"]
      ? try ItemKeys.item(row["owner"], db).text
      : try DossierKeys.code(row["owner"], AgencyTable(db), db).text
  }
}
