/// What routes and silences know an alert by.
public struct AlertLabels: Sendable, Hashable {
  /// The names of labels, as they are written in the configuration.
  public enum Name: String, Sendable, Hashable, CaseIterable, Codable {
    /// What is told: `warning`, `breach`, `lost`, `damaged`, `deaf`, and so on.
    case kind
    /// How much it matters: `notice`, `urgent` or `critical`.
    case severity
    /// The clock of a deadline.
    case clock
    /// The agency whose matter it is by now.
    case agency
    /// The agency's level.
    case level
    /// The district of the agency, or of the office.
    case district
    /// The post office where the item was last seen, or which is itself the matter.
    case office
    /// The procedures concerned.
    case procedure
    /// The dossiers concerned.
    case dossier
    /// The item concerned.
    case item
  }

  private var values: [Name: [String]]

  /// Labels of these values; a label without any is as good as absent.
  public init(_ values: [Name: [String]] = [:]) {
    self.values = values.filter { !$0.value.isEmpty }
  }

  /// The values of a label, in order; empty where it is absent.
  public subscript(name: Name) -> [String] {
    get { values[name] ?? [] }
    set { values[name] = newValue.isEmpty ? nil : newValue }
  }
}
