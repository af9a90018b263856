public import Dossiers

/// A deadline that other rules would give another due date, or another state.
public struct DueChange: Sendable, Hashable {
  /// The item, for a clock of a shipment.
  public let item: ItemID?
  /// The dossiers concerned.
  public let dossiers: [DossierCode]
  /// The deadline as it is; nil where there is none by the rules in force.
  public let before: Deadline?
  /// The deadline as it would be; nil where there would be none.
  public let after: Deadline?

  /// A change of these parts.
  public init(item: ItemID?, dossiers: [DossierCode], before: Deadline?, after: Deadline?) {
    self.item = item
    self.dossiers = dossiers
    self.before = before
    self.after = after
  }
}
