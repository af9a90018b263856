import Dossiers
import GRDB

/// The totals that agencies told of all dossiers that they received.
enum ReceivedTotals {
  static func set(_ total: ReceivedTotal, by person: String, at now: Instant, _ db: Database) throws {
    try db.run(
      """
      INSERT INTO totals (month, agency, procedure, received, person, imported) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (month, agency, procedure) DO UPDATE SET received = excluded.received, person = excluded.person,
        imported = excluded.imported
      WHERE received <> excluded.received
      """,
      [
        total.month.description, total.agency.text, total.procedure.text, total.received, person, now.microseconds,
      ])
  }

  static func read(from first: CalendarMonth, through last: CalendarMonth, _ db: Database) throws -> [ReceivedTotal] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT * FROM totals WHERE month >= ? AND month <= ? ORDER BY month, agency, procedure"),
      arguments: [first.description, last.description]
    ).map { row in
      guard let agency = AgencyCode(row["agency"]), let procedure = ProcedureCode(row["procedure"]),
        let month = CalendarMonth(row["month"])
      else { throw StoreError.damaged(what: "a row of totals names no agency, procedure or month") }
      return ReceivedTotal(agency: agency, procedure: procedure, month: month, received: row["received"])
    }
  }
}
