extension Shipment {
  /// A dossier named on receipt.
  public struct NamedDossier: Sendable, Hashable {
    /// What the note said.
    public let reference: DossierCode
    /// The procedure, where the note gave one.
    public let procedure: ProcedureCode?
    /// The promised day, where the note gave one.
    public let promised: LocalDate?

    /// A name given on receipt.
    public init(reference: DossierCode, procedure: ProcedureCode?, promised: LocalDate?) {
      self.reference = reference
      self.procedure = procedure
      self.promised = promised
    }
  }

  /// One try to hand it over.
  public struct Attempt: Sendable, Hashable {
    /// When.
    public let time: Instant
    /// Why it failed.
    public let reason: Reason?

    /// A failed try.
    public init(time: Instant, reason: Reason?) {
      self.time = time
      self.reason = reason
    }
  }

  /// One scan on the way, in the form that clocks need.
  public struct Step: Sendable, Hashable {
    /// When.
    public let time: Instant
    /// What the scan said.
    public let milestone: Milestone
    /// Why, where the scan said so.
    public let reason: Reason?

    /// A scan of these parts.
    public init(time: Instant, milestone: Milestone, reason: Reason?) {
      self.time = time
      self.milestone = milestone
      self.reason = reason
    }
  }

  /// One stay at a place.
  public struct Hold: Sendable, Hashable {
    /// From when.
    public let from: Instant
    /// Until the next scan; nil while it lasts.
    public internal(set) var until: Instant?
    /// Why.
    public let reason: Reason?

    /// A stay of these parts.
    public init(from: Instant, until: Instant?, reason: Reason?) {
      self.from = from
      self.until = until
      self.reason = reason
    }
  }

  /// A declaration that the item is lost or damaged.
  public struct Mishap: Sendable, Hashable {
    /// Lost, or else damaged.
    public let isLoss: Bool
    /// When it was declared.
    public let since: Instant
    /// When a later scan showed otherwise, or the shipment ended.
    public internal(set) var over: Instant?

    /// A declaration of these parts.
    public init(isLoss: Bool, since: Instant, over: Instant?) {
      self.isLoss = isLoss
      self.since = since
      self.over = over
    }
  }

  /// The end of a shipment.
  public struct End: Sendable, Hashable {
    /// The ways to end.
    public enum Kind: UInt8, Sendable, Hashable {
      /// In the addressee's hands.
      case delivered
      /// Back in the sender's hands.
      case returned
      /// Withdrawn.
      case cancelled
    }

    /// How.
    public let kind: Kind
    /// When.
    public let at: Instant

    /// An end of this kind.
    public init(_ kind: Kind, at: Instant) {
      self.kind = kind
      self.at = at
    }
  }

  /// Where and when it was last seen.
  public struct Sighting: Sendable, Hashable {
    /// When.
    public let time: Instant
    /// Where.
    public let office: OfficeCode
    /// Doing what.
    public let milestone: Milestone

    /// A sighting of these parts.
    public init(time: Instant, office: OfficeCode, milestone: Milestone) {
      self.time = time
      self.office = office
      self.milestone = milestone
    }
  }
}
