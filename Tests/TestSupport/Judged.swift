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
    let standing = StandingEvents(events).events
    let planner = DeadlinePlanner(
      rules: rules, closures: standing.compactMap { if case .closed(let closure) = $0.fact { closure } else { nil } })
    let histories = Dictionary(grouping: standing.filter { $0.concernedItem != nil }, by: \.concernedItem)
      .compactMap { item, events in item.map { ItemHistory(item: $0, folding: events, rules: rules) } }
    let states = states(standing, histories, rules)
    let kept = Set(standing.map(\.identity))
    var heard: Set<EventIdentity> = []
    let log = events.filter { heard.insert($0.identity).inserted }
    return histories.flatMap(\.shipments).map { shipment in
      let told = shipment.carried.compactMap { states[$0.dossier]?.dateTold(since: shipment.accepted) }.min()
      return .shipment(
        planner.outcomes(of: shipment, dateTold: shipment.posting.slip ? told : nil), planner.passage(of: shipment))
    } + states.values.map { .dossier(planner.outcomes(of: $0)) }
      + log.map { .event($0, isVoided: !kept.contains($0.identity)) }
  }

  private static func states(
    _ standing: [Event], _ histories: [ItemHistory], _ rules: Rules
  ) -> [DossierCode: DossierState] {
    var evidence: [DossierCode: DossierCase] = [:]
    for event in standing {
      guard case .noted(let note) = event.fact else { continue }
      evidence[note.dossier, default: DossierCase(code: note.dossier)].add(
        HeardNote(note: note, time: event.time, identity: event.identity))
    }
    for history in histories {
      for (code, shipments) in Dictionary(grouping: history.shipments.flatMap(\.carried), by: \.dossier) {
        evidence[code, default: DossierCase(code: code)].replace(history.item, with: shipments.map(\.shipment))
      }
    }
    return evidence.mapValues { DossierState($0, rules: rules) }
  }
}
