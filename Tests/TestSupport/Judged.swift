public import Dossiers

/// The figures of a story, by the core alone.
public struct Judged {
  /// All of them.
  public let figures: QualityFigures

  /// March 2026, unless said otherwise, as known long after.
  public init(
    _ story: Scenario, _ month: String = "2026-03", known: String = "2026-12-01 00:00", agency: String? = nil,
    office: String? = nil, district: String? = nil
  ) {
    guard let period = Period(month: month) else { preconditionFailure("'\(month)' is no month") }
    self.init(
      story.events, rules: story.rules,
      FigureScope(
        period: period, known: instant(known), agency: agency.map { code($0) }, office: office.map { code($0) },
        district: district))
  }

  /// The figures of `events` over a scope.
  public init(_ events: [Event], rules: Rules, _ scope: FigureScope) {
    var figures = QualityFigures(scope, calendar: rules.calendars.latest, registry: rules.registries.latest)
    for piece in JudgedPiece.all(of: events, rules: rules) { piece.add(to: &figures) }
    self.figures = figures
  }

  /// One figure of the whole, or of a part.
  public func indicator(_ kind: IndicatorKind, _ subject: Indicator.Subject = .all) -> Indicator? {
    figures.indicators.first { $0.kind == kind && $0.subject == subject }
  }

  /// A figure as `numerator/denominator`.
  public func share(_ kind: IndicatorKind, _ subject: Indicator.Subject = .all) -> String? {
    indicator(kind, subject).map { "\($0.numerator.map(String.init) ?? "-")/\($0.denominator)" }
  }
}

/// Something that is added to figures at once.
public enum JudgedPiece: Sendable {
  /// What a shipment shows.
  case shipment([Outcome], Passage)
  /// What became of a dossier's processing.
  case dossier([Outcome])
  /// An event of the log.
  case event(Event, isVoided: Bool)

  /// Adds it.
  public func add(to figures: inout QualityFigures) {
    switch self {
    case .shipment(let outcomes, let passage):
      for outcome in outcomes { figures.add(outcome) }
      figures.add(passage)
    case .dossier(let outcomes):
      for outcome in outcomes { figures.add(outcome) }
    case .event(let event, let isVoided):
      figures.add(event, isVoided: isVoided)
    }
  }

  /// All that a set of events comes to.
  public static func all(of events: [Event], rules: Rules) -> [JudgedPiece] {
    let folded = FoldedEvents(events, rules: rules)
    let kept = Set(folded.standing.map(\.identity))
    var heard: Set<EventIdentity> = []
    let log = events.filter { heard.insert($0.identity).inserted }
    return folded.histories.flatMap(\.shipments).map { shipment in
      .shipment(
        folded.planner.outcomes(of: shipment, dateTold: folded.dateTold(of: shipment)),
        folded.planner.passage(of: shipment))
    } + folded.states.values.map { .dossier(folded.planner.outcomes(of: $0)) }
      + log.map { .event($0, isVoided: !kept.contains($0.identity)) }
  }
}
