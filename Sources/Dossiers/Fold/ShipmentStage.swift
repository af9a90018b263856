/// Where a shipment stands, by the names that outsiders see.
public enum ShipmentStage: UInt8, Sendable, Hashable, CaseIterable {
  /// Posted.
  case accepted
  /// On its way.
  case inTransit
  /// Kept at a place.
  case held
  /// With the postman.
  case outForDelivery
  /// Not delivered at the last try.
  case attempted
  /// On its way back to the sender.
  case returning
  /// Handed over to the addressee.
  case delivered
  /// Handed back to the sender.
  case returned
  /// Declared lost.
  case lost
  /// Withdrawn.
  case cancelled

  /// The name that outsiders see.
  public var name: String {
    switch self {
    case .inTransit: "in-transit"
    case .outForDelivery: "out-for-delivery"
    default: "\(self)"
    }
  }
}
