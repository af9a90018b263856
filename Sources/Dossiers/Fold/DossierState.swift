/// What the evidence about a dossier amounts to.
public struct DossierState: Sendable, Hashable {
  /// The dossier.
  public let code: DossierCode
  /// The agency that it was opened at; nil while nothing has opened the dossier.
  public internal(set) var agency: AgencyCode?
  /// The procedure, where it was said.
  public internal(set) var procedure: ProcedureCode?
  /// The day that the citizen was last promised.
  public internal(set) var promised: LocalDate?
  /// When it was opened.
  public internal(set) var opened: Instant?
  /// When it was lodged with the agency (Decision 45/2016/QĐ-TTg art. 7(4)).
  public internal(set) var lodged: Instant?
  /// When the agency decided.
  public internal(set) var decided: Instant?
  /// When the citizen gave up.
  public internal(set) var givenUp: Instant?
  /// The times at which the citizen came to know the date, by a note or with the slip in hand, in order.
  public internal(set) var datesTold: [Instant] = []
  /// When nothing was left to do: the citizen has the result, or gave up.
  public internal(set) var ended: Instant?
  /// Where it stands; nil while nothing has opened the dossier.
  public internal(set) var stage: DossierStage?
  /// Its life in the words of the policy, in the order of the story.
  public internal(set) var life: [Occurrence] = []
  /// What does not fit, in the order of the story.
  public internal(set) var anomalies: [Anomaly] = []

  /// When the citizen first knew the date.
  public var dateTold: Instant? { datesTold.first }

  /// When the citizen first knew the date from `start` on: of a posting, the date that was told after it.
  public func dateTold(since start: Instant) -> Instant? {
    datesTold.first { $0 >= start }
  }
}

/// How a run of a clock ended.
public enum DeadlineEnd: Sendable, Hashable {
  /// What was owed was done.
  case met(Instant)
  /// Nothing is owed any more.
  case cancelled(Instant)

  /// When.
  public var at: Instant {
    switch self {
    case .met(let at), .cancelled(let at): at
    }
  }
}
