import Dossiers

/// `procedures.csv`: administrative procedures with their statutory time.
struct ProcedureTable {
  let procedures: [ProcedureCode: Procedure]
  /// All codes in the table, also those of rows with a mistake, so that one mistake does not bring on others.
  let known: Set<ProcedureCode>

  private enum Unit: String, CaseIterable {
    case workingDay = "working-day"
    case day
  }

  /// Who takes a procedure; a row may name several, parted by a slash.
  private enum Level: String, CaseIterable {
    case any, province, district, commune
    case communePolice = "commune-police"
    case landRegistry = "land-registry"
  }

  /// How far a fact was checked.
  private enum Certainty: String, CaseIterable {
    case checked, high, medium, low
  }

  init(_ folder: Written) {
    let table = Table(
      "procedures.csv", in: folder,
      columns: [
        "code", "name", "field", "levels", "days", "unit", "note", "law", "code_certainty", "days_certainty",
      ])
    known = Set(table.rows.compactMap { ProcedureCode($0["code"].text) })
    procedures = table.keyed(by: "code") { row in
      let code = row["code"].code(ProcedureCode.self)
      let name = row["name"].words("the procedure's name")
      let field = row["field"].words("the procedure's field")
      for level in row["levels"].parts(by: "/") { _ = level.choice(Level.self) }
      for column in ["code_certainty", "days_certainty"] { _ = row[column].choice(Certainty.self) }
      guard let code, let name, let field, let term = ProcedureTable.term(row) else { return nil }
      return (code, Procedure(name: name, field: field, term: term, law: row["law"].ifAny?.text))
    }
  }

  private static func term(_ row: Row) -> Allowance? {
    let days = row["days"].integer(0...3650)
    let unit = row["unit"].choice(Unit.self)
    guard let days, let unit else { return nil }
    switch unit {
    case .workingDay: return .workingDays(days)
    case .day where days > 0: return .days(days)
    case .day:
      row["unit"].refuse("working-day with 0 days", advice: "a result due on the day of receipt is 0,working-day")
      return nil
    }
  }
}

extension Written {
  /// What stands between separators, at the place of the whole; an empty text has one empty part.
  func parts(by separator: Character) -> [Written] {
    text.split(separator: separator, omittingEmptySubsequences: false).map {
      Written(text: String($0), place: place, problems: problems)
    }
  }
}
