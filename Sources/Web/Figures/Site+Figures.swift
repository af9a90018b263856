import Dossiers
import Hummingbird
import Logging

/// The figures that somebody asked for.
struct FiguresReport {
  let question: FigureBook.Question
  /// Nil while none are made yet.
  let kept: FigureBook.Kept?
  let viewer: Viewer
  /// The day at whose end they are to be compared as known; nil for none.
  var asKnown: LocalDate?
  /// What was known then; nil where that was not asked for.
  var past: PastBook.State?

  /// Each figure that is another by now; nil until both are made.
  var changes: [IndicatorChange]? {
    guard let kept, case .made(let past) = past else { return nil }
    return IndicatorChange.all(from: past.figures, to: kept.indicators).filter(\.hasChanged)
  }
}

extension Site {
  /// The month that runs.
  var thisMonth: Period {
    let month = CalendarMonth(LocalDate(now()))
    return Period(from: month.first, to: month.last) ?? Period(day: LocalDate(now()))
  }

  /// What a request asks for, as far as whoever looks may see it: a lead the own agency's figures, the post those of its
  /// ways and offices.
  func figures(_ request: Request, _ context: WebContext) async throws -> FiguresReport {
    let viewer = try context.visit.viewer(in: .figures)
    let question = try question(request, viewer)
    var report = FiguresReport(
      question: question, kept: await figures(question, for: viewer, context.logger), viewer: viewer)
    if let day = try knownDay(request) {
      let scope = FigureScope(
        period: question.period, known: day.lastInstant, agency: question.agency,
        office: question.office)
      report.asKnown = day
      report.past = await pastBook.answer(scope, logger: context.logger).only(viewer)
    }
    return report
  }

  /// The day at whose end figures are asked for as known, which must be over; nil where none is named.
  private func knownDay(_ request: Request) throws(RequestError) -> LocalDate? {
    guard let text = request.uri.queryParameters.get("known"), !text.isEmpty else { return nil }
    guard let day = LocalDate(text) else { throw .badDate(text) }
    guard day.end <= now() else { throw .dayNotOver(day) }
    return day
  }

  /// What is known of `question`, without what `viewer` may not see.
  func figures(
    _ question: FigureBook.Question, for viewer: Viewer, _ logger: Logger
  ) async -> FigureBook.Kept? {
    await figureBook.figures(question, logger: logger).map { kept in
      FigureBook.Kept(indicators: kept.indicators.filter(viewer.maySee), known: kept.known)
    }
  }

  private func question(_ request: Request, _ viewer: Viewer) throws(RequestError) -> FigureBook.Question {
    let query = request.uri.queryParameters
    var question = FigureBook.Question(period: thisMonth)
    if let text = query.get("period"), !text.isEmpty {
      guard let period = Period(named: text) else { throw .badPeriod(text) }
      question = FigureBook.Question(period: period)
    }
    if let text = query.get("agency"), !text.isEmpty {
      guard let agency = AgencyCode(text) else { throw .badAgency(text) }
      question.agency = agency
    }
    if let text = query.get("office"), !text.isEmpty {
      guard let office = OfficeCode(text) else { throw .badOffice(text) }
      question.office = office
    }
    return try allowed(question, viewer)
  }

  private func allowed(_ question: FigureBook.Question, _ viewer: Viewer) throws(RequestError) -> FigureBook.Question {
    var question = question
    let registry = registry()
    switch viewer.role {
    case .lead:
      question.agency = question.agency ?? viewer.agency
      guard viewer.sees(question.agency, in: registry), question.office == nil else { throw .notAllowed }
    case .post:
      guard question.agency == nil else { throw .notAllowed }
    case .inspector, .administrator: break
    }
    if let agency = question.agency, registry.agencies[agency] == nil { throw .noSuchPage }
    if let office = question.office, registry.offices[office] == nil { throw .noSuchPage }
    return question
  }
}

extension PastBook.State {
  /// The same without what `viewer` may not see.
  fileprivate func only(_ viewer: Viewer) -> PastBook.State {
    guard case .made(let past) = self else { return self }
    return .made(PastFigures(figures: past.figures.filter(viewer.maySee), since: past.since))
  }
}

extension Viewer {
  /// Whether a figure may be seen by whoever may see the whole that it is of: the post sees none of an agency's.
  fileprivate func maySee(_ indicator: Indicator) -> Bool {
    guard role == .post else { return true }
    switch indicator.subject {
    case .agency, .part(.processing), .party(.agency): return false
    case .all, .part, .party, .route, .office: return true
    }
  }
}

extension Period {
  /// The month, quarter, half-year or year that `text` names, such as `2026-10`, `2026-Q3`, `2026-H1`, `2026`; or nil.
  init?(named text: String) {
    guard let period = Period(month: text) ?? Period(quarter: text) ?? Period(half: text) ?? Period(year: text) else {
      return nil
    }
    self = period
  }
}

/// The figures, as a program reads them.
struct FiguresEntry: Encodable {
  /// Those that were known at an instant.
  struct Past: Encodable {
    let known: String
    let figures: [Indicator]
  }

  let from: LocalDate
  let to: LocalDate
  let agency: AgencyCode?
  let office: OfficeCode?
  /// As of when; missing while none are made yet.
  let known: String?
  let figures: [Indicator]
  /// Missing where that was not asked for, or is not made yet.
  let asKnown: Past?
  let changes: [IndicatorChange]?
  let since: LaterRecords?

  private enum CodingKeys: String, CodingKey {
    case from, to, agency, office, known, figures, asKnown = "as_known", changes, since = "recorded_since"
  }

  init(_ report: FiguresReport) {
    from = report.question.period.first
    to = report.question.period.last
    agency = report.question.agency
    office = report.question.office
    known = report.kept?.known.rfc3339
    figures = report.kept?.indicators ?? []
    changes = report.changes
    if let day = report.asKnown, case .made(let past) = report.past {
      asKnown = Past(known: day.lastInstant.rfc3339, figures: past.figures)
      since = past.since
    } else {
      (asKnown, since) = (nil, nil)
    }
  }
}
