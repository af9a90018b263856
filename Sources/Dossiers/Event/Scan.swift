/// A scan of one item at one office.
public struct Scan: Sendable, Hashable {
  /// The item scanned.
  public let item: ItemID
  /// What the scan says.
  public let milestone: Milestone
  /// Where it was scanned.
  public let office: OfficeCode
  /// Why, with `attempted`, `held` and `returned`.
  public let reason: Reason?
  /// To whom, with `delivered`.
  public let recipient: Recipient
  /// The new office of delivery, with `redirected`.
  public let newDestination: OfficeCode?
  /// What was posted, with `accepted`.
  public let posting: Posting?

  /// A scan of these parts.
  public init(
    item: ItemID, milestone: Milestone, office: OfficeCode, reason: Reason? = nil,
    recipient: Recipient = .addressee, newDestination: OfficeCode? = nil, posting: Posting? = nil
  ) {
    self.item = item
    self.milestone = milestone
    self.office = office
    self.reason = reason
    self.recipient = recipient
    self.newDestination = newDestination
    self.posting = posting
  }
}

/// To whom an item was handed over.
public enum Recipient: String, Sendable, Hashable, CaseIterable {
  /// The addressee: the agency on the collection leg, the citizen on the return leg.
  case addressee
  /// The sender, to whom it came back.
  case sender

  static let names = Vocabulary(allCases)
}

/// What an acceptance says beyond the scan.
public struct Posting: Sendable, Hashable {
  /// The papers in the envelope; gives the leg.
  public let carries: Papers
  /// The agency concerned.
  public let agency: AgencyCode
  /// The office that will deliver.
  public let destination: OfficeCode
  /// The dossiers whose papers these are; empty where the agency will name the dossier on receipt.
  public let dossiers: [DossierReference]
  /// Whether the appointment slip must be brought back to the citizen.
  public let slip: Bool

  /// A posting of these parts.
  public init(
    carries: Papers, agency: AgencyCode, destination: OfficeCode, dossiers: [DossierReference] = [],
    slip: Bool = false
  ) {
    self.carries = carries
    self.agency = agency
    self.destination = destination
    self.dossiers = dossiers
    self.slip = slip
  }
}

/// A dossier as an acceptance names it.
public struct DossierReference: Sendable, Hashable {
  /// The dossier's code.
  public let code: DossierCode
  /// Its procedure.
  public let procedure: ProcedureCode
  /// The day that the citizen was promised the result.
  public let promised: LocalDate?

  /// A reference of these parts.
  public init(code: DossierCode, procedure: ProcedureCode, promised: LocalDate? = nil) {
    self.code = code
    self.procedure = procedure
    self.promised = promised
  }
}
