/// What an agency's desk says of a dossier.
public struct DeskNote: Sendable, Hashable {
  /// The agency that speaks.
  public let agency: AgencyCode
  /// The dossier spoken of.
  public let dossier: DossierCode
  /// What is said.
  public let saying: Saying

  /// A note of these parts.
  public init(agency: AgencyCode, dossier: DossierCode, saying: Saying) {
    self.agency = agency
    self.dossier = dossier
    self.saying = saying
  }

  /// The kinds of note.
  public enum Saying: Sendable, Hashable {
    /// The handover record is signed. By `item` it names the dossier of an envelope; by `procedure` it opens one that
    /// the citizen brought.
    case received(item: ItemID?, procedure: ProcedureCode?, promised: LocalDate?)
    /// The citizen knows the date.
    case dateTold(promised: LocalDate)
    /// Papers are missing and were asked for.
    case supplementRequested(until: LocalDate?)
    /// The missing papers are there.
    case supplementReceived(until: LocalDate?)
    /// Another body was asked for its opinion.
    case consulted(ref: String, body: String, until: LocalDate)
    /// The other body answered.
    case answered(ref: String, body: String?, until: LocalDate?)
    /// The letter of apology went out, with a new date.
    case rescheduled(promised: LocalDate)
    /// Decided.
    case resultReady
    /// Decided against.
    case refused
    /// The citizen gave up.
    case givenUp

    /// Which kind of note it is.
    public var kind: Kind {
      switch self {
      case .received: .received
      case .dateTold: .dateTold
      case .supplementRequested: .supplementRequested
      case .supplementReceived: .supplementReceived
      case .consulted: .consulted
      case .answered: .answered
      case .rescheduled: .rescheduled
      case .resultReady: .resultReady
      case .refused: .refused
      case .givenUp: .givenUp
      }
    }

    /// The name in the contract.
    public var name: String { kind.rawValue }
  }

  /// The kinds of note, by their names in the contract.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The handover record is signed.
    case received
    /// The citizen knows the date.
    case dateTold = "date-told"
    /// Papers are missing and were asked for.
    case supplementRequested = "supplement-requested"
    /// The missing papers are there.
    case supplementReceived = "supplement-received"
    /// Another body was asked for its opinion.
    case consulted
    /// The other body answered.
    case answered
    /// The letter of apology went out, with a new date.
    case rescheduled
    /// Decided.
    case resultReady = "result-ready"
    /// Decided against.
    case refused
    /// The citizen gave up.
    case givenUp = "given-up"

    static let names = Vocabulary(allCases)
  }
}
