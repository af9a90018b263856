/// What a scan says of its item, in the order that breaks ties between scans of one instant.
public enum Milestone: UInt8, Sendable, Hashable, CaseIterable {
  /// Posting; starts a shipment (EMSEVT EMA).
  case accepted
  /// Left an office or hub (EMC, EMF, EMK, EDE).
  case departed
  /// Reached an office or hub (EMB, EMD, EMJ, EMG, EDD).
  case arrived
  /// Came to an office that it was not meant for.
  case misrouted
  /// New destination at the user's wish.
  case redirected
  /// Kept at a place, for a reason (EDA, EDF, EDH).
  case held
  /// With the postman (EDG).
  case outForDelivery
  /// Not delivered, for a reason (EMH).
  case attempted
  /// Declared damaged; ends nothing.
  case damaged
  /// Declared lost; ends nothing.
  case lost
  /// On its way back to the sender.
  case returned
  /// Handed over (EMI).
  case delivered
  /// Withdrawn by the accepting office.
  case cancelled

  /// The name in the contract.
  public var name: String {
    switch self {
    case .accepted: "accepted"
    case .departed: "departed"
    case .arrived: "arrived"
    case .misrouted: "misrouted"
    case .redirected: "redirected"
    case .held: "held"
    case .outForDelivery: "out-for-delivery"
    case .attempted: "attempted"
    case .damaged: "damaged"
    case .lost: "lost"
    case .returned: "returned"
    case .delivered: "delivered"
    case .cancelled: "cancelled"
    }
  }

  /// Whether the item goes on from here, and is not waiting for anyone.
  var isOnTheWay: Bool {
    switch self {
    case .departed, .arrived, .misrouted, .redirected, .outForDelivery: true
    case .accepted, .held, .attempted, .damaged, .lost, .returned, .delivered, .cancelled: false
    }
  }

  /// The milestone of this name in the contract, or nil.
  public init?(name: String) {
    guard let found = Milestone.names.word(name) else { return nil }
    self = found
  }

  static let names = Vocabulary(allCases, name: \.name)
}
