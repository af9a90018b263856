/// Why an item was held, not delivered, or sent back.
public enum Reason: String, Sendable, Hashable, CaseIterable, Codable {
  /// Nobody was in.
  case addresseeAbsent = "addressee-absent"
  /// The address is wrong.
  case addressWrong = "address-wrong"
  /// The addressee has moved.
  case addresseeMoved = "addressee-moved"
  /// No such addressee.
  case addresseeUnknown = "addressee-unknown"
  /// The addressee will not take it.
  case refused
  /// The office of the addressee was closed.
  case officeClosed = "office-closed"
  /// The addressee will fetch it.
  case pickupAsked = "pickup-asked"
  /// The addressee wants it later.
  case laterDeliveryAsked = "later-delivery-asked"
  /// It waits at the counter and the citizen was told.
  case readyForPickup = "ready-for-pickup"
  /// Flood, landslide and the like.
  case forceMajeure = "force-majeure"
  /// The addressee could not show who they are.
  case identityNotShown = "identity-not-shown"
  /// Papers are missing.
  case papersMissing = "papers-missing"
  /// A payment is missing.
  case paymentMissing = "payment-missing"
  /// The item is damaged.
  case damagedItem = "damaged-item"
  /// Anything else.
  case other

  static let names = Vocabulary(allCases)
}
