/// The communes before and after 1 July 2025, by GSO code, and what became of each.
public struct Communes: Sendable, Hashable {
  /// A commune until 30 June 2025.
  public struct Before: Sendable, Hashable {
    /// Its name in Vietnamese.
    public let name: String
    /// The GSO code of its district.
    public let district: String
    /// The GSO code of the commune that it went into.
    public let successor: String
  }

  /// A commune since 1 July 2025.
  public struct Since: Sendable, Hashable {
    /// Its name in Vietnamese.
    public let name: String
    /// Degrees north.
    public let latitude: Double
    /// Degrees east.
    public let longitude: Double
  }

  /// The communes until 30 June 2025.
  public let before: [String: Before]
  /// The communes since 1 July 2025.
  public let since: [String: Since]
}
