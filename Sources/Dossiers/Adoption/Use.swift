/// How many dossiers that an agency received for a procedure in a month went through the post.
public struct PostedCount: Sendable, Hashable {
  /// The agency.
  public let agency: AgencyCode
  /// The procedure; nil where nobody said it.
  public let procedure: ProcedureCode?
  /// The month of receipt, as the dossiers' codes have it.
  public let month: CalendarMonth
  /// Those that came in by post.
  public var collected: Int
  /// Those whose result went out by post.
  public var returned: Int
  /// Those that came in or went out by post.
  public var posted: Int

  /// A count of these parts.
  public init(
    agency: AgencyCode, procedure: ProcedureCode?, month: CalendarMonth, collected: Int = 0, returned: Int = 0,
    posted: Int = 0
  ) {
    self.agency = agency
    self.procedure = procedure
    self.month = month
    self.collected = collected
    self.returned = returned
    self.posted = posted
  }
}

/// How many dossiers an agency received for a procedure in a month, by post and otherwise, as it says itself.
public struct ReceivedTotal: Sendable, Hashable, Codable {
  /// The agency.
  public let agency: AgencyCode
  /// The procedure.
  public let procedure: ProcedureCode
  /// The month.
  public let month: CalendarMonth
  /// The dossiers.
  public let received: Int

  /// A total of these parts.
  public init(agency: AgencyCode, procedure: ProcedureCode, month: CalendarMonth, received: Int) {
    self.agency = agency
    self.procedure = procedure
    self.month = month
    self.received = received
  }
}

/// How far people use what is offered: dossiers by post, and their share where the agency's totals are known.
public struct Use: Sendable, Hashable {
  /// The use of one agency's procedure.
  public struct Line: Sendable, Hashable {
    /// The agency that has the procedure on the day of the question.
    public let agency: AgencyCode
    /// The procedure; nil where nobody said it.
    public let procedure: ProcedureCode?
    /// Dossiers that came in by post.
    public fileprivate(set) var collected = 0
    /// Dossiers whose result went out by post.
    public fileprivate(set) var returned = 0
    /// Dossiers that came in or went out by post.
    public fileprivate(set) var posted = 0
    /// Those of them that fall into months for which a total is known.
    public fileprivate(set) var postedOfTotal = 0
    /// All dossiers of the months for which a total is known; nil where none is.
    public fileprivate(set) var total: Int?

    /// The share of the dossiers that went through the post, over the months for which a total is known.
    public var share: Share? { total.flatMap { Share(postedOfTotal, of: $0) } }

    /// Whether more went through the post than were received in all: one of the two counts is wrong.
    public var isContradicted: Bool { total.map { postedOfTotal > $0 } ?? false }
  }

  /// The lines, the most used first.
  public let lines: [Line]

  /// The use that these counts and totals show, by the agencies that stand for theirs on `day`.
  public init(posted: [PostedCount], totals: [ReceivedTotal], on day: LocalDate, in registry: Registry) {
    // An office that still names a merged agency, and a successor that tells the total, mean the same dossiers.
    let key = { (agency: AgencyCode, procedure: ProcedureCode, month: CalendarMonth) in
      Cell(agency: registry.agency(inPlaceOf: agency, on: month.last), procedure: procedure, month: month)
    }
    let known = Set(totals.map { key($0.agency, $0.procedure, $0.month) })
    var lines: [LineKey: Line] = [:]
    func change(_ agency: AgencyCode, _ procedure: ProcedureCode?, _ body: (inout Line) -> Void) {
      let keeper = registry.agency(inPlaceOf: agency, on: day)
      body(&lines[LineKey(agency: keeper, procedure: procedure), default: Line(agency: keeper, procedure: procedure)])
    }
    for count in posted {
      change(count.agency, count.procedure) { line in
        line.collected += count.collected
        line.returned += count.returned
        line.posted += count.posted
        let isKnown = count.procedure.map { known.contains(key(count.agency, $0, count.month)) } ?? false
        if isKnown { line.postedOfTotal += count.posted }
      }
    }
    for total in totals { change(total.agency, total.procedure) { $0.total = ($0.total ?? 0) + total.received } }
    self.lines = lines.values.sorted {
      ($1.posted, $0.agency, $0.procedure?.text ?? "") < ($0.posted, $1.agency, $1.procedure?.text ?? "")
    }
  }

  private struct Cell: Hashable {
    let agency: AgencyCode
    let procedure: ProcedureCode
    let month: CalendarMonth
  }

  private struct LineKey: Hashable {
    let agency: AgencyCode
    let procedure: ProcedureCode?
  }
}
