public import Dossiers

/// What a lead is told once a day: where things stand, and what was delivered since the last.
public struct Digest: Sendable, Hashable {
  /// Since when deliveries are told.
  public let since: Instant
  /// Until when.
  public let until: Instant
  /// What is missed and stands, the longest delay first.
  public let overdue: [AlertLine]
  /// What is near, also on terms too short for a mail of their own.
  public let dueSoon: [AlertLine]
  /// What reached citizens (Circular 17/2017/TT-BTTTT art. 12).
  public let delivered: [Delivery]

  /// A digest of these parts.
  public init(since: Instant, until: Instant, overdue: [AlertLine], dueSoon: [AlertLine], delivered: [Delivery]) {
    self.since = since
    self.until = until
    self.overdue = overdue
    self.dueSoon = dueSoon
    self.delivered = delivered
  }

  /// Whether there is nothing to tell.
  public var isEmpty: Bool { overdue.isEmpty && dueSoon.isEmpty && delivered.isEmpty }

  /// An item that reached the citizen.
  public struct Delivery: Sendable, Hashable {
    /// When.
    public let time: Instant
    /// The item.
    public let item: ItemID
    /// The dossiers in it.
    public let dossiers: [DossierCode]

    /// A delivery of these parts.
    public init(time: Instant, item: ItemID, dossiers: [DossierCode]) {
      self.time = time
      self.item = item
      self.dossiers = dossiers
    }
  }
}
