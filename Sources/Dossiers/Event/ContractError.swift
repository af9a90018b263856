/// Why a body is not an event of the contract.
public struct ContractError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kinds of refusal, as they are counted.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// No JSON, or JSON past the limits of size and depth.
    case unreadable
    /// JSON, but not what the contract says.
    case contract
    /// A CloudEvents type that this version does not know.
    case unknownType = "unknown-type"
  }

  /// Which kind.
  public let kind: Kind
  /// Where, as a path such as `data.dossiers[1].code`; empty for the whole.
  public let path: String
  /// What was expected and what was found, in words.
  public let problem: String

  /// A refusal of this kind, at this place.
  public init(_ kind: Kind, at path: String = "", _ problem: String) {
    self.kind = kind
    self.path = path
    self.problem = problem
  }

  /// Place and problem in one sentence.
  public var description: String {
    path.isEmpty ? problem : "\(path): \(problem)"
  }
}
