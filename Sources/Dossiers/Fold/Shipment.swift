/// An item from one acceptance to its end: what the scans said, in the form that clocks and dossiers need.
public struct Shipment: Sendable, Hashable {
  /// What its acceptance settled for good.
  @usableFromInline let opening: Opening
  /// The office that will deliver, after any redirection.
  public internal(set) var destination: OfficeCode
  /// Dossiers that the agency named on receipt of an envelope that came without.
  public internal(set) var named: [NamedDossier]
  /// Where it stands.
  public internal(set) var stage: ShipmentStage
  /// The times at which it was offered to the addressee, or the citizen was told, without handing it over.
  public internal(set) var attempts: [Attempt]
  /// The times at which it was kept at a place.
  public internal(set) var holds: [Hold]
  /// The scans that fit, after the acceptance and without declarations of loss or damage, in the order of the story.
  public internal(set) var steps: [Step]
  /// The times at which it was declared lost or damaged.
  public internal(set) var mishaps: [Mishap]
  /// When it was first sent back.
  public internal(set) var returning: Instant?
  /// How it ended.
  public internal(set) var end: End?
  /// The last scan that moved it.
  public internal(set) var lastSeen: Sighting
  /// What does not fit.
  public internal(set) var anomalies: [Anomaly]

  /// A shipment of these parts, as a store kept it.
  public init(
    item: ItemID, round: Int, acceptance: EventIdentity, accepted: Instant, office: OfficeCode, posting: Posting,
    destination: OfficeCode, stage: ShipmentStage = .accepted, lastSeen: Sighting, end: End? = nil,
    returning: Instant? = nil, named: [NamedDossier] = [], attempts: [Attempt] = [], holds: [Hold] = [],
    steps: [Step] = [], mishaps: [Mishap] = [], anomalies: [Anomaly] = []
  ) {
    opening = Opening(
      item: item, round: round, acceptance: acceptance, accepted: accepted, office: office, posting: posting)
    self.destination = destination
    self.named = named
    self.stage = stage
    self.attempts = attempts
    self.holds = holds
    self.steps = steps
    self.mishaps = mishaps
    self.returning = returning
    self.end = end
    self.lastSeen = lastSeen
    self.anomalies = anomalies
  }

  /// The way of the shipment.
  public var leg: Leg { posting.carries.leg }
}
