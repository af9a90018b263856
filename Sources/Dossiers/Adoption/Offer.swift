/// A procedure as one agency offers it on a day: what agencies before it had goes in with its own.
public struct Offer: Sendable, Hashable {
  /// How far the post's service of it has come, furthest first.
  public enum Standing: String, Sendable, Hashable, CaseIterable, Comparable {
    /// The post serves it.
    case served
    /// The agreement is signed.
    case agreed
    /// The survey found it suitable.
    case suitable
    /// Not surveyed yet.
    case pending
    /// The law wants the citizen in person.
    case unsuitable

    /// What has come further comes first.
    public static func < (lhs: Standing, rhs: Standing) -> Bool { lhs.place < rhs.place }

    private var place: Int {
      switch self {
      case .served: 0
      case .agreed: 1
      case .suitable: 2
      case .pending: 3
      case .unsuitable: 4
      }
    }
  }

  /// The agency that has it on the day.
  public let agency: AgencyCode
  /// Its level.
  public let level: Agency.Level
  /// The GSO code of its district, where it has one.
  public let district: String?
  /// The procedure.
  public let procedure: ProcedureCode
  /// How far it has come.
  public internal(set) var standing: Standing
}
