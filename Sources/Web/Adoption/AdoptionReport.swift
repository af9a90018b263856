import Dossiers
import Hummingbird

/// How the register stands on a day, as far as somebody may see it.
struct AdoptionReport {
  let adoption: Adoption
  /// At the end of each month of the last year, and on the day.
  let trend: [(day: LocalDate, count: AdoptionCount)]
  /// What is lacking where, most first.
  let shortfalls: [Shortfall]
  /// Whether it is of all agencies.
  let isWhole: Bool
  let book: AdoptionBook
}

extension Site {
  /// The day that a request asks for with `on`: today, where it asks for none.
  func day(_ request: Request) throws(RequestError) -> LocalDate {
    guard let text = request.uri.queryParameters.get("on"), !text.isEmpty else { return LocalDate(now()) }
    guard let day = LocalDate(text) else { throw .badDate(text) }
    return day
  }

  /// The register on `day` as far as `viewer` may see it; nil where none is kept.
  func adoption(on day: LocalDate, for viewer: Viewer) -> Adoption? {
    let book = source.adoption()
    let adoption = book.adoption(on: day)
    return viewer.agencies(in: book.registry).map { adoption?.only($0) } ?? adoption
  }

  /// What a request asks for; nil where no register is kept.
  func adoption(_ request: Request, _ context: WebContext) throws(RequestError) -> AdoptionReport? {
    let viewer = try context.visit.viewer(in: .adoption)
    let day = try day(request)
    guard let adoption = adoption(on: day, for: viewer) else { return nil }
    let month = CalendarMonth(day)
    let days = CalendarMonth.months(from: month.before(12), through: month.before(1)).map(\.last).filter { $0 < day }
    return AdoptionReport(
      adoption: adoption,
      trend: (days + [day]).compactMap { day in
        self.adoption(on: day, for: viewer).map { (day, $0.count()) }
      },
      shortfalls: adoption.shortfalls(), isWhole: viewer.role != .lead, book: source.adoption())
  }
}

/// The register on a day, as a program reads it.
struct AdoptionEntry: Encodable {
  /// An agency, with what it might serve next where it is below its target.
  struct Body: Encodable {
    let agency: AgencyCode
    let name: String?
    let count: AdoptionCount
    let open: [Next]?
  }

  /// A procedure that is not served yet.
  struct Next: Encodable {
    let procedure: ProcedureCode
    let standing: String
  }

  let register: Bool
  let on: LocalDate
  var levels: [Adoption.LevelRow] = []
  var districts: [Adoption.DistrictRow] = []
  var agencies: [Body] = []
  var trend: [Adoption.DayRow] = []

  init(_ report: AdoptionReport?, on day: LocalDate) {
    register = report != nil
    on = day
    guard let report else { return }
    let (adoption, registry) = (report.adoption, report.book.registry)
    levels = adoption.levelRows()
    districts = adoption.districtRows(in: registry)
    let open = Dictionary(report.shortfalls.map { ($0.agency, $0.open) }) { first, _ in first }
    agencies = adoption.byAgency().map { agency, count in
      Body(
        agency: agency, name: registry.agencies[agency]?.name, count: count,
        open: open[agency]?.map { Next(procedure: $0.procedure, standing: $0.standing.rawValue) })
    }
    trend = report.trend.map { Adoption.DayRow(on: $0.day, count: $0.count) }
  }
}
