/// What a dossier needs to know of a shipment that carries its papers.
public struct CarriedShipment: Sendable, Hashable {
  /// What its acceptance settled, shared with the shipment.
  private let opening: Shipment.Opening
  /// The dossier's procedure, where it was said.
  public let procedure: ProcedureCode?
  /// The promised day, where it was said.
  public let promised: LocalDate?
  /// How it ended.
  public let end: Shipment.End?

  /// The part of `shipment` that concerns a dossier of this procedure, promised for this day.
  init(_ shipment: Shipment, procedure: ProcedureCode?, promised: LocalDate?) {
    opening = shipment.opening
    self.procedure = procedure
    self.promised = promised
    end = shipment.end
  }

  /// The item.
  public var item: ItemID { opening.item }
  /// Which use of the item it is, from 1.
  public var round: Int { opening.round }
  /// The event that accepted it.
  public var acceptance: EventIdentity { opening.acceptance }
  /// When it was accepted.
  public var accepted: Instant { opening.accepted }
  /// Where it was accepted.
  public var office: OfficeCode { opening.office }
  /// The agency it goes to or comes from.
  public var agency: AgencyCode { opening.posting.agency }
  /// The papers.
  public var carries: Papers { opening.posting.carries }
  /// Whether the appointment slip must be brought back.
  public var slip: Bool { opening.posting.slip }

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
    CarriedShipment(self, procedure: procedure, promised: promised)
  }
}
