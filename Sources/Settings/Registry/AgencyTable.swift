import Dossiers

/// `agencies.csv`: all agencies, those of before 2025 with the ones that took over from them.
struct AgencyTable {
  let agencies: [AgencyCode: Agency]
  /// All codes in the table, also those of rows with a mistake, so that one mistake does not bring on others.
  let known: Set<AgencyCode>

  init(_ folder: Written, districts: Set<String>) {
    let table = Table(
      "agencies.csv", in: folder,
      columns: ["code", "level", "name", "district", "since", "until", "successor", "note", "certainty"])
    let known = Set(table.rows.compactMap { AgencyCode($0["code"].text) })
    self.known = known
    agencies = table.keyed(by: "code") { row in
      guard let code = row["code"].code(AgencyCode.self) else { return nil }
      let name = row["name"].words("the agency's name")
      let level = row["level"].choice(Agency.Level.self)
      let district = row["district"].ifAny?.district(among: districts)
      let successor = AgencyTable.successor(row["successor"], of: code, among: known)
      let since = row["since"].ifAny?.date()
      let until = row["until"].ifAny?.date()
      if let since, let until, until < since {
        row["until"].refuse("a day on or after \(since)", advice: "correct one of the two days")
      }
      if successor != nil, row["until"].isEmpty {
        row["successor"].problems.warn(
          row["successor"].place, "\(code) has a successor and no last day",
          advice: "enter the day in 'until': its open dossiers and their mails stay with it till then")
      }
      guard let name, let level else { return nil }
      return (
        code,
        Agency(name: name, level: level, district: district, successor: successor, since: since, until: until)
      )
    }
    checkSuccession(table)
  }

  private static func successor(_ field: Written, of code: AgencyCode, among known: Set<AgencyCode>) -> AgencyCode? {
    guard let successor: AgencyCode = field.ifAny?.code() else { return nil }
    if known.contains(successor) { return successor }
    field.refuse("the code of an agency of this table", advice: "correct it, or leave it empty and say why in 'note'")
    return nil
  }

  /// An agency that is its own successor, over whatever number of steps, has none.
  private func checkSuccession(_ table: Table) {
    for row in table.rows where !row["successor"].isEmpty {
      guard let code = AgencyCode(row["code"].text) else { continue }
      var seen: Set<AgencyCode> = []
      var next = agencies[code]?.successor
      while let current = next, current != code, seen.insert(current).inserted { next = agencies[current]?.successor }
      guard next == code else { continue }
      row["successor"].refuse(
        "a successor other than \(code) itself", found: "a circle that leads back to it", advice: "break the circle")
    }
  }
}
