import Dossiers
import GRDB

/// Holds the projections that were made anew against those that were kept.
enum RebuildComparison {
  private static let limit = 100

  /// A dossier all of whose evidence was voided leaves a row behind that says nothing.
  private static let saysNothing = "evidence = x'\(DossierCoding.empty.map { "0\($0)" }.joined())'"

  /// The columns that follow from the log. When an alert was raised, the next look depends on that as well, and the
  /// alerts are no part of the log.
  private static let tables = [
    (
      name: "shipments", key: "key", columns: "key, last_event, fold, CASE WHEN is_alerted THEN NULL ELSE next END",
      where: "1"
    ),
    (
      name: "dossiers", key: "key", columns: "key, stage, evidence, CASE WHEN is_alerted THEN NULL ELSE next END",
      where: "NOT \(saysNothing)"
    ),
    (name: "devices", key: "source", columns: "source, last_heard, last_sequence", where: "1"),
    (name: "stages", key: "stage", columns: "stage, dossiers", where: "dossiers > 0"),
  ]

  static func differences(_ db: Database) throws -> [Rebuilt.Difference] {
    let agencies = try AgencyTable(db)
    // The kept rows that were alerted lend their mark, so that both leave the next look out.
    for table in ["shipments", "dossiers"] {
      try db.execute(
        sql: """
          UPDATE main.\(table) SET is_alerted = 1
          WHERE key IN (SELECT key FROM kept.\(table) WHERE is_alerted = 1)
          """)
    }
    var differences: [Rebuilt.Difference] = []
    for table in tables {
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT \(table.key) AS key,
            EXISTS (SELECT 1 FROM kept.\(table.name) k WHERE k.\(table.key) = d.\(table.key)) AS is_kept,
            EXISTS (SELECT 1 FROM main.\(table.name) m WHERE m.\(table.key) = d.\(table.key)) AS is_rebuilt
          FROM (
            SELECT \(table.key) FROM (SELECT \(table.columns) FROM main.\(table.name) WHERE \(table.where)
              EXCEPT SELECT \(table.columns) FROM kept.\(table.name))
            UNION SELECT \(table.key) FROM (SELECT \(table.columns) FROM kept.\(table.name) WHERE \(table.where)
              EXCEPT SELECT \(table.columns) FROM main.\(table.name))
          ) d LIMIT ?
          """, arguments: [limit - differences.count])
      differences += try rows.map { row in
        Rebuilt.Difference(
          table: table.name, name: try name(row, of: table.name, agencies, db), isKept: row["is_kept"],
          isRebuilt: row["is_rebuilt"])
      }
    }
    return differences
  }

  private static func name(_ row: Row, of table: String, _ agencies: AgencyTable, _ db: Database) throws -> String {
    switch table {
    case "shipments": try ItemKeys.item(row["key"], db).text
    case "dossiers": try DossierKeys.code(row["key"], agencies, db).text
    case "stages": DossierStage(number: row["key"])?.rawValue ?? ""
    default: row["key"]
    }
  }
}
