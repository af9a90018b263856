/// The rules for all clocks, in editions that each hold from a day on.
public struct Policy: Sendable, Hashable, Codable {
  /// The editions, oldest first, never empty.
  public let editions: [Edition]

  /// A policy of these editions, or nil where there is none.
  public init?(editions: [Edition]) {
    guard !editions.isEmpty else { return nil }
    self.editions = editions.sorted { $0.from < $1.from }
  }

  /// The edition in force on `date`; the first one for days before it.
  public func edition(on date: LocalDate) -> Edition {
    editions.last { $0.from <= date } ?? editions[0]
  }

  /// The rules that hold from one day on.
  public struct Edition: Sendable, Hashable, Codable {
    /// The first day on which they hold.
    public let from: LocalDate
    /// The term of the collection leg.
    public let collect: LegRule
    /// The term of the return leg.
    public let `return`: LegRule
    /// The agency's own time.
    public let process: ProcessRule
    /// The reasons of a hold that pause a postal clock.
    public let pausingReasons: Set<Reason>

    /// An edition of these parts.
    public init(
      from: LocalDate, collect: LegRule, return: LegRule, process: ProcessRule, pausingReasons: Set<Reason>
    ) {
      self.from = from
      self.collect = collect
      self.return = `return`
      self.process = process
      self.pausingReasons = pausingReasons
    }
  }

  /// The term of a postal leg, by the class of the way.
  public struct LegRule: Sendable, Hashable, Codable {
    /// The terms where nothing must be brought back.
    public let plain: [RouteClass: Allowance]
    /// The terms where the appointment slip must be brought back to the citizen.
    public let withSlip: [RouteClass: Allowance]
    /// When to warn.
    public let warning: Warning
    /// The article that says so.
    public let law: String?

    /// A rule of these parts.
    public init(
      plain: [RouteClass: Allowance], withSlip: [RouteClass: Allowance] = [:], warning: Warning, law: String? = nil
    ) {
      self.plain = plain
      self.withSlip = withSlip
      self.warning = warning
      self.law = law
    }
  }

  /// The agency's own time.
  public struct ProcessRule: Sendable, Hashable, Codable {
    /// Seconds after midnight; a same-day dossier received later counts from the next working day.
    public let sameDayCutOff: Int?
    /// Stands in for every procedure's statutory term, where set.
    public let override: Allowance?
    /// When to warn.
    public let warning: Warning
    /// The article that says so.
    public let law: String?

    /// A rule of these parts.
    public init(sameDayCutOff: Int?, override: Allowance? = nil, warning: Warning, law: String? = nil) {
      self.sameDayCutOff = sameDayCutOff
      self.override = override
      self.warning = warning
      self.law = law
    }
  }

  /// When a deadline is near.
  public struct Warning: Sendable, Hashable, Codable {
    /// For terms in days: at the opening of this many working days before the last one; nil for no warning.
    public let workingDaysBefore: Int?
    /// For terms in hours: this many seconds before the due instant; nil for no warning.
    public let secondsBefore: Int64?
    /// Terms of this many days or fewer are warned of in the digest alone, without a mail of their own.
    public let mailAboveDays: Int

    /// A warning rule of these parts.
    public init(workingDaysBefore: Int?, secondsBefore: Int64? = nil, mailAboveDays: Int = 3) {
      self.workingDaysBefore = workingDaysBefore
      self.secondsBefore = secondsBefore
      self.mailAboveDays = mailAboveDays
    }
  }
}
