/// Why nothing can be simulated.
public enum SimulationError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The registry has none of what is named.
  case registryWithout(String)

  /// What was expected, what was found, and what to do.
  public var description: String {
    switch self {
    case .registryWithout(let kind):
      "a simulation needs at least one \(kind), and the registry has none: give a registry that has"
    }
  }
}
