import Dossiers

/// `leads.csv`: a line for an agency, for all agencies of a level, or for the operator.
struct LeadTable {
  let leads: Leads

  init(_ folder: Written, agencies: [AgencyCode: Agency], known: Set<AgencyCode>) {
    let table = Table("leads.csv", in: folder, columns: ["for", "name", "mail", "language"])
    let rows = table.keyed(by: "for") { row in
      LeadTable.isKnown(row["for"], known) ? (row["for"].text, row) : nil
    }
    var byAgency: [AgencyCode: Lead] = [:]
    for (code, agency) in agencies.sorted(by: { $0.key < $1.key }) {
      let row = rows[code.text] ?? rows[agency.level.rawValue]
      byAgency[code] = row.flatMap { LeadTable.lead($0, code: code.text, name: agency.name) }
    }
    leads = Leads(byAgency: byAgency, operator: LeadTable.operator(rows, in: folder))
    for level in Agency.Level.allCases where rows[level.rawValue] == nil && !table.rows.isEmpty {
      let missing = agencies.filter { $0.value.level == level && rows[$0.key.text] == nil }.count
      guard missing > 0 else { continue }
      folder.problems.warn(
        table.rows[0].place, "\(missing) agencies of the level '\(level.rawValue)' have no lead",
        advice: "their mails go to the operator; add a line for '\(level.rawValue)'")
    }
  }

  private static func isKnown(_ field: Written, _ known: Set<AgencyCode>) -> Bool {
    if field.text == "operator" || Agency.Level(rawValue: field.text) != nil { return true }
    // Where the table itself could not be read, its own mistake is enough.
    if let code = AgencyCode(field.text), known.contains(code) || known.isEmpty { return true }
    field.refuse(
      "an agency of agencies.csv, a level (\(Agency.Level.allCases.map(\.rawValue).joined(separator: ", "))) or operator",
      advice: "correct it or add the agency there")
    return false
  }

  private static func `operator`(_ rows: [String: Row], in folder: Written) -> Lead {
    let nobody = Lead(name: "", address: "", language: .vietnamese)
    if let row = rows["operator"] { return lead(row, code: "operator", name: "") ?? nobody }
    if !rows.isEmpty {
      folder.problems.error(
        Place(file: TextFile.resolve("leads.csv", in: folder.text), line: 1), expected: "a line for 'operator'",
        found: "none", advice: "add one: somebody must hear when the daemon is deaf")
    }
    return nobody
  }

  private static func lead(_ row: Row, code: String, name: String) -> Lead? {
    func filled(_ field: Written) -> Written {
      let text = field.text.replacing("{code}", with: code.lowercased()).replacing("{name}", with: name)
      return Written(text: text, place: field.place, problems: field.problems)
    }
    let title = filled(row["name"]).words("the office's name")
    let address = filled(row["mail"]).mailAddress()
    let language = row["language"].choice(Lead.Language.self)
    guard let title, let address, let language else { return nil }
    return Lead(name: title, address: address, language: language)
  }
}
