/// Whom a route or an escalation step names, before it is known who that is.
public struct Audience: Sendable, Hashable, RawRepresentable, Codable {
  /// The name: a role, or a receiver of the configuration.
  public let rawValue: String

  /// The audience of this name.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Whoever has to act now: the agency's lead, and later those to whom the breach is escalated.
  public static let responsible = Audience(rawValue: "responsible")
  /// The lead of the agency.
  public static let lead = Audience(rawValue: "lead")
  /// The head of the agency.
  public static let head = Audience(rawValue: "head")
  /// The provincial post.
  public static let provincialPost = Audience(rawValue: "provincial-post")
  /// The office of the provincial People's Committee.
  public static let peoplesCommittee = Audience(rawValue: "peoples-committee")
  /// Who runs the daemon.
  public static let `operator` = Audience(rawValue: "operator")

  /// The names that need no entry in the configuration.
  public static let roles: [Audience] = [.responsible, .lead, .head, .provincialPost, .peoplesCommittee, .operator]

  /// Whether each agency has its own.
  public var isOfAgency: Bool { self == .lead || self == .head }
}
