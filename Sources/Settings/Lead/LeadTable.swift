import Dossiers

/// `leads.csv`: a line for an agency or for all agencies of a level, as its lead or its head, and for each post that
/// there is once.
struct LeadTable {
  /// The lead and the head of each agency that has one.
  private(set) var byRole: [Role: [AgencyCode: Lead]] = [:]
  /// Who holds each of the posts that there are once.
  private(set) var posts: [Audience: Lead] = [:]
  private let table: Table

  /// What somebody is in an agency.
  enum Role: String, CaseIterable {
    case lead, head
  }

  /// The posts that there are once.
  static let posts: [Audience] = [.provincialPost, .peoplesCommittee, .operator]

  private struct Key: Hashable {
    let of: String
    let role: Role?
  }

  init(_ folder: Written, agencies: [AgencyCode: Agency], known: Set<AgencyCode>) {
    let table = Table(
      "leads.csv", in: folder, columns: ["for", "name", "mail", "language"], optional: ["role"])
    self.table = table
    let rows = table.keyed(by: "for") { row -> (Key, Row)? in
      guard LeadTable.isKnown(row["for"], known) else { return nil }
      return (Key(of: row["for"].text, role: LeadTable.role(row)), row)
    }
    for role in Role.allCases {
      for (code, agency) in agencies.sorted(by: { $0.key < $1.key }) {
        let row = rows[Key(of: code.text, role: role)] ?? rows[Key(of: agency.level.rawValue, role: role)]
        byRole[role, default: [:]][code] = row.flatMap { LeadTable.lead($0, code: code.text, name: agency.name) }
      }
      warnOfLevels(without: role, agencies) { rows[Key(of: $0, role: role)] != nil }
    }
    for post in LeadTable.posts {
      let row = rows[Key(of: post.rawValue, role: nil)]
      posts[post] = row.flatMap { LeadTable.lead($0, code: post.rawValue, name: "") }
      if row == nil { missing(post, in: folder) }
    }
    warnOfReserved()
  }

  private static func isKnown(_ field: Written, _ known: Set<AgencyCode>) -> Bool {
    if posts.map(\.rawValue).contains(field.text) || Agency.Level(rawValue: field.text) != nil { return true }
    // Where the table itself could not be read, its own mistake is enough.
    if let code = AgencyCode(field.text), known.contains(code) || known.isEmpty { return true }
    field.refuse(
      "an agency of agencies.csv, a level (\(Agency.Level.allCases.map(\.rawValue).joined(separator: ", "))) or one of "
        + posts.map(\.rawValue).joined(separator: ", "),
      advice: "correct it or add the agency there")
    return false
  }

  /// The role that the row is about; nil for a post that there is once.
  private static func role(_ row: Row) -> Role? {
    let role = row["role"].ifAny
    guard posts.map(\.rawValue).contains(row["for"].text) else { return role?.choice(Role.self) ?? .lead }
    role?.refuse("no role beside '\(row["for"].text)'", advice: "leave it empty")
    return nil
  }

  /// Says of which levels the mails go to the operator.
  private func warnOfLevels(without role: Role, _ agencies: [AgencyCode: Agency], isNamed: (String) -> Bool) {
    guard let first = table.rows.first else { return }
    for level in Agency.Level.allCases where !isNamed(level.rawValue) {
      let missing = agencies.filter { $0.value.level == level && !isNamed($0.key.text) }.count
      guard missing > 0 else { continue }
      first.problems.warn(
        first.place, "\(missing) agencies of the level '\(level.rawValue)' have no \(role.rawValue)",
        advice: role == .lead
          ? "their mails go to the operator; add a line for '\(level.rawValue)'"
          : "what climbs to them goes to the operator; add a line for '\(level.rawValue)' with the role 'head'")
    }
  }

  /// What is shipped has no true address: that somebody must enter them is easily forgotten, and then nobody is told.
  private func warnOfReserved() {
    let reserved = table.rows.filter { MailDomain(of: $0["mail"].text).isReserved }
    guard let first = reserved.first else { return }
    first.problems.warn(
      first["mail"].place, "\(reserved.count) of \(table.rows.count) lines have an address that is an example's",
      advice: "no mail reaches it; enter the true ones")
  }

  private func missing(_ post: Audience, in folder: Written) {
    guard let first = table.rows.first else { return }
    if post == .operator {
      folder.problems.error(
        Place(file: first.place.file, line: 1), expected: "a line for 'operator'", found: "none",
        advice: "add one: somebody must hear when the daemon is deaf")
    } else {
      folder.problems.warn(
        first.place, "there is no line for '\(post.rawValue)'", advice: "its mails go to the operator; add one")
    }
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
