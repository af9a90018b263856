/// A procedure of an agency on the register: what the survey found, and since when the post serves it.
public struct PostalService: Sendable, Hashable {
  /// What the survey found.
  public enum Survey: String, Sendable, Hashable, CaseIterable {
    /// The post can serve it.
    case suitable
    /// The law wants the citizen in person; it doesn't count.
    case unsuitable
    /// Nobody has found out yet; it counts as not served.
    case pending
  }

  /// The agency whose procedure it is, or was before a merger.
  public let agency: AgencyCode
  /// The procedure.
  public let procedure: ProcedureCode
  /// What the survey found.
  public let survey: Survey
  /// The days on which the procedure is the agency's; it counts on no other.
  public let listed: DayRange
  /// The days on which an agreement with the post holds; nil while none was signed.
  public let agreement: DayRange?
  /// The days on which the post serves it; nil while it never has.
  public let served: DayRange?

  /// A service of these parts.
  public init(
    agency: AgencyCode, procedure: ProcedureCode, survey: Survey, listed: DayRange = DayRange(),
    agreement: DayRange? = nil, served: DayRange? = nil
  ) {
    self.agency = agency
    self.procedure = procedure
    self.survey = survey
    self.listed = listed
    self.agreement = agreement
    self.served = served
  }

  /// How far it has come on `day`.
  func standing(on day: LocalDate) -> Offer.Standing {
    if served?.contains(day) ?? false { return .served }
    switch survey {
    case .unsuitable: return .unsuitable
    case .pending: return .pending
    case .suitable: return agreement?.contains(day) ?? false ? .agreed : .suitable
    }
  }
}
