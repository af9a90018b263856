/// A road or office closed by force majeure: evidence that excuses, also after the fact.
public struct Closure: Sendable, Hashable, Codable {
  /// From when.
  public let from: Instant
  /// Until when; nil while it lasts.
  public let until: Instant?
  /// What is closed.
  public let places: [Place]
  /// Why, in words.
  public let reason: String

  /// A closure of these parts.
  public init(from: Instant, until: Instant?, places: [Place], reason: String) {
    self.from = from
    self.until = until
    self.places = places
    self.reason = reason
  }

  /// Something that can be closed.
  public enum Place: Sendable, Hashable, Codable {
    /// One post office.
    case office(OfficeCode)
    /// One agency.
    case agency(AgencyCode)
    /// All offices and agencies of a district, by its GSO code.
    case district(String)
    /// The way between two places.
    indirect case pair(Place, Place)
  }
}
