/// One run of a clock, with its due instant and why.
public struct Deadline: Sendable, Hashable {
  /// Which clock.
  public let clock: ClockKind
  /// The item, for a clock of a shipment; nil for a dossier's own.
  public let item: ItemID?
  /// Which run of the clock, from 1.
  public let round: Int
  /// From when it runs.
  public let started: Instant
  /// When it ends.
  public let dueDate: DueDate
  /// When it is near for the first time; nil where there is no warning, or no due instant.
  public let warn: Instant?
  /// When it is warned of again, in order.
  public let laterWarnings: [Instant]
  /// Whether the warning gets a mail of its own, and not only a line in the digest.
  public let mailsWarning: Bool
  /// The time that does not count, in order.
  public let pauses: [Pause]
  /// How it ended; nil while it runs.
  public let end: DeadlineEnd?
  /// Whether a breach gets a mail: not where the policy has the clock shown alone, nor where an apology came in time
  /// (Decree 61/2018 art. 19(9)).
  public let mailsBreach: Bool
  /// What it was counted by; nil where that was not kept.
  public let basis: Basis?

  /// A deadline of these parts.
  public init(
    clock: ClockKind, item: ItemID?, round: Int, started: Instant, dueDate: DueDate, warn: Instant?,
    mailsWarning: Bool, pauses: [Pause], end: DeadlineEnd?, mailsBreach: Bool = true, basis: Basis? = nil,
    laterWarnings: [Instant] = []
  ) {
    self.clock = clock
    self.item = item
    self.round = round
    self.started = started
    self.dueDate = dueDate
    self.warn = warn
    self.mailsWarning = mailsWarning
    self.pauses = pauses
    self.end = end
    self.mailsBreach = mailsBreach
    self.basis = basis
    self.laterWarnings = laterWarnings
  }

  /// Every instant at which it is warned of, in order; `warn` is the first.
  public var warnings: [Instant] { warn.map { [$0] + laterWarnings } ?? [] }

  /// What a deadline was counted by, so that it can be explained.
  public struct Basis: Sendable, Hashable {
    /// From when the term counts: the start, or the day after a cut-off.
    public let countedFrom: Instant
    /// How long the term is.
    public let term: Term
    /// How its days are counted.
    public let counting: Counting
    /// The agency in whose opening hours a term in hours is counted; nil for the state's.
    public let agency: AgencyCode?
    /// What stopped the clock, each pause with its cause, in order; they may overlap.
    public let causes: [CausedPause]
    /// The first day of the policy's edition that set the term.
    public let edition: LocalDate
    /// The article that sets the term, where one is known.
    public let law: String?
    /// What to do while a breach lasts.
    public let escalation: [ClockRule.Escalation]
    /// Whether the due date may still move, as the days off of its year are not decreed yet.
    public let isProvisional: Bool

    /// A basis of these parts.
    public init(
      countedFrom: Instant, term: Term, counting: Counting, agency: AgencyCode?, causes: [CausedPause],
      edition: LocalDate, law: String?, escalation: [ClockRule.Escalation] = [], isProvisional: Bool = false
    ) {
      self.countedFrom = countedFrom
      self.term = term
      self.counting = counting
      self.agency = agency
      self.causes = causes
      self.edition = edition
      self.law = law
      self.escalation = escalation
      self.isProvisional = isProvisional
    }
  }
}
