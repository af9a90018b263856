/// What a dossier needs to know of a shipment that carries its papers.
public struct CarriedShipment: Sendable, Hashable {
  /// The item.
  public let item: ItemID
  /// Which use of the item it is, from 1.
  public let round: Int
  /// The event that accepted it.
  public let acceptance: EventIdentity
  /// When it was accepted.
  public let accepted: Instant
  /// Where it was accepted.
  public let office: OfficeCode
  /// The agency it goes to or comes from.
  public let agency: AgencyCode
  /// The papers.
  public let carries: Papers
  /// The dossier's procedure, where it was said.
  public let procedure: ProcedureCode?
  /// The promised day, where it was said.
  public let promised: LocalDate?
  /// Whether the appointment slip must be brought back.
  public let slip: Bool
  /// How it ended.
  public let end: Shipment.End?

  /// A carried shipment of these parts.
  public init(
    item: ItemID, round: Int, acceptance: EventIdentity, accepted: Instant, office: OfficeCode, agency: AgencyCode,
    carries: Papers, procedure: ProcedureCode?, promised: LocalDate?, slip: Bool, end: Shipment.End?
  ) {
    self.item = item
    self.round = round
    self.acceptance = acceptance
    self.accepted = accepted
    self.office = office
    self.agency = agency
    self.carries = carries
    self.procedure = procedure
    self.promised = promised
    self.slip = slip
    self.end = end
  }

  /// Where it stands in the story.
  var order: EventOrder { EventOrder(time: accepted, milestone: .accepted, identity: acceptance) }
}

extension Shipment {
  /// The dossiers whose papers it carries, each with what the dossier needs to know.
  public var carried: [(dossier: DossierCode, shipment: CarriedShipment)] {
    let posted = posting.dossiers.map { ($0.code, carried(procedure: $0.procedure, promised: $0.promised)) }
    // Hardly ever is any named, and to join two lists makes two more.
    if named.isEmpty { return posted }
    return posted + named.map { ($0.reference, carried(procedure: $0.procedure, promised: $0.promised)) }
  }

  func carried(procedure: ProcedureCode?, promised: LocalDate?) -> CarriedShipment {
    CarriedShipment(
      item: item, round: round, acceptance: acceptance, accepted: accepted, office: office, agency: posting.agency,
      carries: posting.carries, procedure: procedure, promised: promised, slip: posting.slip, end: end)
  }
}
