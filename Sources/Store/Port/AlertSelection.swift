public import Dossiers

/// Which alerts a page lists.
public struct AlertSelection: Sendable, Hashable {
  /// Which alerts by what they are about.
  public enum Matter: Sendable, Hashable {
    /// All.
    case all
    /// Those of items and of post offices.
    case ofThePost
  }

  /// Those that stand, the oldest first; else those that are over, the newest first.
  public var isStanding = true
  /// The kinds; nil for all.
  public var kinds: Set<String>?
  /// The agencies that they were opened at; nil for all.
  public var origins: Set<AgencyCode>?
  /// What they are about.
  public var matter = Matter.all
  /// How many are left out before.
  public var offset = 0
  /// How many at most.
  public var limit: Int

  /// The alerts that stand, at most `limit`.
  public init(limit: Int) {
    self.limit = limit
  }
}
