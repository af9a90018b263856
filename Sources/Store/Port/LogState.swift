/// What the log of events and rules held at an instant.
public struct LogState: Sendable, Hashable, Codable {
  /// The number of its last event; 0 where there was none.
  public let last: Int64
  /// How many events it held.
  public let events: Int
  /// How many versions of calendar, policy and registry it held.
  public let versions: Int
  /// The SHA-256 of all of that in hexadecimal digits: whatever is changed, added or taken away up to the last event
  /// gives another.
  public let digest: String

  /// A state of these parts.
  public init(last: Int64, events: Int, versions: Int, digest: String) {
    self.last = last
    self.events = events
    self.versions = versions
    self.digest = digest
  }
}
