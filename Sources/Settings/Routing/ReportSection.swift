import Dossiers

/// The section `report`: who is mailed the inspection report.
enum ReportSection {
  private static let roles: [Audience] = [.provincialPost, .peoplesCommittee, .operator]

  /// The receivers, or nil where the section names none.
  static func receivers(_ section: Section, _ known: ReceiversSection) -> [Audience]? {
    guard let written = section.some("to") else { return nil }
    var audiences: [Audience] = []
    for word in written {
      guard let audience = word.audience(among: roles, and: known.names) else { continue }
      if known.receivers[audience.rawValue]?.webhook != nil {
        word.refuse("a receiver with 'mail'", found: "a webhook", advice: "name another: a report is mailed")
      } else if audiences.contains(audience) {
        word.refuse("each receiver once", found: "'\(word.text)' again", advice: "remove one")
      } else {
        audiences.append(audience)
      }
    }
    return audiences
  }
}
