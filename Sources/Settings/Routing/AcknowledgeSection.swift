import Dossiers

/// What alerts are acknowledged with from a mail.
public struct AcknowledgeSettings: Sendable, Hashable {
  /// The address under which people reach the daemon's pages, without a slash at its end; nil for no links in mails.
  public let publicURL: String?
  /// What the links are signed with; nil for a key that is made beside the database.
  public let key: Secret?
}

/// The section `acknowledge`: for how long an alert is held, and the links in mails that do it.
struct AcknowledgeSection {
  let lengths: Routing.Acknowledgement
  let settings: AcknowledgeSettings

  /// The fewest characters of a key.
  private static let shortestKey = 32

  init(_ section: Section, folder: String, day: Span) {
    var lengths = Routing.Acknowledgement()
    if let hold = section["hold"]?.openSpan(day: day) { lengths.hold = hold }
    if let longest = section["longest-hold"]?.openSpan(day: day) { lengths.longestHold = longest }
    if let valid = section["link-valid"]?.plainSpan() { lengths.linkValid = valid }
    if lengths.longestHold < lengths.hold {
      section.problems.error(
        section.place(of: "longest-hold", "hold"), expected: "a bound on all holds of at least one of them",
        found: "less", advice: "raise 'longest-hold' or lower 'hold'")
    }
    self.lengths = lengths
    settings = AcknowledgeSettings(
      publicURL: section["public-url"]?.webAddress(mayHaveQuery: false),
      key: section.path("key-file", in: folder).flatMap(AcknowledgeSection.key))
  }

  private static func key(_ file: Written) -> Secret? {
    guard let key = SecretFile.read(file) else { return nil }
    if key.revealed.utf8.count >= shortestKey { return key }
    file.refuse(
      "a key of at least \(shortestKey) characters", found: "a shorter one",
      advice: "make one with: openssl rand -hex 32")
    return nil
  }
}
