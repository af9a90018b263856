public import Dossiers

/// An operator's order to tell nobody of some alerts for a while; they stand all the same, and are told when it ends.
public struct Silence: Sendable, Hashable, Identifiable {
  /// Its number.
  public let id: Int64
  /// What an alert must meet, all of it.
  public let matchers: [Matcher]
  /// Who ordered it.
  public let author: String
  /// Why.
  public let reason: String
  /// From when it holds.
  public let begins: Instant
  /// Until when.
  public let ends: Instant

  /// A silence of these parts.
  public init(id: Int64, matchers: [Matcher], author: String, reason: String, begins: Instant, ends: Instant) {
    self.id = id
    self.matchers = matchers
    self.author = author
    self.reason = reason
    self.begins = begins
    self.ends = ends
  }

  /// Whether alerts with `labels` are told to nobody at `now`.
  public func holds(_ labels: AlertLabels, at now: Instant) -> Bool {
    begins <= now && now < ends && matchers.allSatisfy { $0.matches(labels) }
  }
}
