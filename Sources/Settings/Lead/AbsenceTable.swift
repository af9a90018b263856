import Dossiers

/// `absences.csv`, which may be left out: who is written to in whose place, and on which days.
struct AbsenceTable {
  private(set) var absences: [ReceiverID: [Absence]] = [:]

  /// The table in the registry's folder; everyone in it must be mailed by the `directory`.
  init(_ folder: Written, of directory: Directory, known: KnownCodes) {
    guard TextFile.isThere(TextFile.resolve("absences.csv", in: folder.text)) else { return }
    let table = Table("absences.csv", in: folder, columns: ["for", "role", "from", "until", "name", "mail"])
    var places: [ReceiverID: [(absence: Absence, place: Place)]] = [:]
    for row in table.rows {
      let absent = AbsenceTable.absent(row, directory, known)
      guard let absence = AbsenceTable.absence(row), let absent else { continue }
      if let first = places[absent, default: []].first(where: { $0.absence.overlaps(absence) }) {
        row["from"].refuse(
          "absences of \(row["for"].text) that do not overlap",
          found: "\(absence.from) to \(absence.until), and \(first.absence.from) to \(first.absence.until) in "
            + first.place.short, advice: "change one of the days")
      }
      places[absent, default: []].append((absence, row.place))
    }
    absences = places.mapValues { $0.map(\.absence) }
  }

  private static func absence(_ row: Row) -> Absence? {
    let from = row["from"].date()
    let until = row["until"].date()
    let name = row["name"].words("the deputy's name")
    let address = row["mail"].mailAddress()
    guard let from, let until, let name, let address else { return nil }
    guard from <= until else {
      row["until"].refuse("a day on or after \(from)", advice: "correct one of the two days")
      return nil
    }
    return Absence(from: from, until: until, name: name, address: address)
  }

  private static func absent(_ row: Row, _ directory: Directory, _ known: KnownCodes) -> ReceiverID? {
    let field = row["for"]
    let role = row["role"].ifAny.map { $0.choice(LeadTable.Role.self) } ?? .lead
    guard let role else { return nil }
    let agency = AgencyCode(field.text)
    let audience = agency == nil ? Audience(rawValue: field.text) : Audience(rawValue: role.rawValue)
    let receiver = ReceiverID(audience, agency: agency)
    if agency == nil, !row["role"].isEmpty {
      row["role"].refuse("no role beside '\(field.text)'", advice: "leave it empty")
    }
    if directory.isMailed(receiver) { return receiver }
    // Where a table could not be read, its own mistake is enough.
    if known.agencies.isEmpty || known.receivers == nil { return nil }
    if let agency, known.agencies.contains(agency) {
      field.refuse(
        "an agency with a \(role.rawValue) in leads.csv", advice: "correct the code, the role, or leads.csv")
    } else {
      field.refuse(
        "an agency of agencies.csv, one of \(LeadTable.posts.map(\.rawValue).joined(separator: ", ")), or a receiver "
          + "with a mail address", advice: "correct it")
    }
    return nil
  }
}

extension Absence {
  fileprivate func overlaps(_ other: Absence) -> Bool { from <= other.until && other.from <= until }
}
