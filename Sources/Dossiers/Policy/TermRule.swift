/// How long a clock runs, by what it runs on.
public struct TermRule: Sendable, Hashable, Codable {
  /// A term of its own for some cases; what is left out fits all.
  public struct Exception: Sendable, Hashable, Codable {
    /// The procedure, for a shipment that of any dossier in it.
    public var procedure: ProcedureCode?
    /// The agency.
    public var agency: AgencyCode?
    /// The service: the papers in the envelope.
    public var papers: Papers?
    /// The class of the way.
    public var route: RouteClass?
    /// The term.
    public var term: Allowance
    /// The article that says so.
    public var law: String?

    /// An exception of these parts.
    public init(
      procedure: ProcedureCode? = nil, agency: AgencyCode? = nil, papers: Papers? = nil, route: RouteClass? = nil,
      term: Allowance, law: String? = nil
    ) {
      self.procedure = procedure
      self.agency = agency
      self.papers = papers
      self.route = route
      self.term = term
      self.law = law
    }
  }

  /// Stands in for every other term, where set: for a trial.
  public var override: Allowance?
  /// The terms for some cases; the first that fits counts.
  public var exceptions: [Exception]
  /// Whether the clock runs until the date that its first moment gives; without a date the other terms count.
  public var untilGivenDate: Bool
  /// The terms by class of way, where nothing must be brought back.
  public var plain: [RouteClass: Allowance]
  /// The terms where the appointment slip must be brought back to the citizen.
  public var withSlip: [RouteClass: Allowance]
  /// The term for all other cases; a processing clock takes the procedure's own where there is none.
  public var usual: Allowance?

  /// A rule of these terms.
  public init(
    usual: Allowance? = nil, plain: [RouteClass: Allowance] = [:], withSlip: [RouteClass: Allowance] = [:],
    untilGivenDate: Bool = false, exceptions: [Exception] = [], override: Allowance? = nil
  ) {
    self.override = override
    self.exceptions = exceptions
    self.untilGivenDate = untilGivenDate
    self.plain = plain
    self.withSlip = withSlip
    self.usual = usual
  }
}

extension TermRule {
  /// A time in which no term of the rule can have run out, by whatever calendar.
  var least: Span {
    if untilGivenDate { return .zero }
    let terms = [override, usual].compactMap(\.self) + exceptions.map(\.term) + plain.values + withSlip.values
    return terms.map(\.least).min() ?? .zero
  }
}

extension TermRule.Exception {
  /// Whether all that it asks for is so.
  func fits(
    procedures: some Sequence<ProcedureCode>, agency: AgencyCode?, papers: Papers?, route: RouteClass?
  ) -> Bool {
    (self.procedure.map { procedures.contains($0) } ?? true) && (self.agency.map { $0 == agency } ?? true)
      && (self.papers.map { $0 == papers } ?? true) && (self.route.map { $0 == route } ?? true)
  }
}

extension Papers: Codable {
  /// Reads the name in the contract.
  /// - Throws: `DecodingError` where there are no such papers.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let name = try container.decode(String.self)
    guard let papers = Papers(name: name) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "expected \(Papers.names.expectation), found '\(name)'")
    }
    self = papers
  }

  /// Writes the name in the contract.
  /// - Throws: whatever the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }
}
