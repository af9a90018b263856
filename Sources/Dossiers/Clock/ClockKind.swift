/// The kinds of term that are watched, by the names that outsiders see.
public enum ClockKind: String, Sendable, Hashable, CaseIterable, Comparable, Codable {
  /// From the citizen's post office to the agency.
  case collect
  /// The agency's statutory time.
  case process
  /// From the agency to the first try at the citizen's.
  case `return`

  /// By name.
  public static func < (lhs: ClockKind, rhs: ClockKind) -> Bool { lhs.rawValue < rhs.rawValue }
}
