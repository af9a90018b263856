public import Dossiers

/// What is known of one item.
public struct ItemReport: Sendable, Hashable {
  /// One use of the item.
  public struct Use: Sendable, Hashable {
    /// The shipment.
    public let shipment: Shipment
    /// Its deadlines, explained.
    public let deadlines: [ExplainedDeadline]
  }

  /// The item.
  public let item: ItemID
  /// Its uses, the last one last.
  public let uses: [Use]
  /// The events of all uses in the order of the story, the last ones where there are many.
  public let events: [LoggedEvent]

  /// A report of these parts.
  public init(item: ItemID, uses: [Use], events: [LoggedEvent]) {
    self.item = item
    self.uses = uses
    self.events = events
  }
}
