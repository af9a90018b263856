/// What the evidence about a dossier amounts to.
public struct DossierState: Sendable, Hashable {
  /// The dossier.
  public let code: DossierCode
  /// The agency concerned; nil while nothing has opened the dossier.
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
  /// When the citizen first knew the date: by a note, or by the slip.
  public internal(set) var dateTold: Instant?
  /// Where it stands; nil while nothing has opened the dossier.
  public internal(set) var stage: DossierStage?
  /// The runs of the agency's own time.
  public internal(set) var processing: [ProcessingRun] = []
  /// What does not fit, in the order of the story.
  public internal(set) var anomalies: [Anomaly] = []

  /// One run of the agency's own time; a complete supplement starts a new one.
  public struct ProcessingRun: Sendable, Hashable {
    /// From when.
    public let started: Instant
    /// The times at which the agency waited for the citizen's papers.
    public var pauses: [Pause]
    /// How it ended; nil while it lasts.
    public var end: DeadlineEnd?

    /// A run of these parts.
    public init(started: Instant, pauses: [Pause] = [], end: DeadlineEnd? = nil) {
      self.started = started
      self.pauses = pauses
      self.end = end
    }
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
