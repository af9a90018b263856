import ArgumentParser
import Dossiers
import Settings
import Store

/// `adoption`: how many procedures the post serves, against the plan's targets.
struct AdoptionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adoption", abstract: "Says how many procedures the post serves, against the plan's targets.",
    discussion: """
      By level and district, of the register in services.csv and the targets in targets.csv. With --level, --agency or \
      --district of that part alone, agency by agency, and of one agency procedure by procedure.
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("On which day (default: today).", valueName: "day"), transform: Reading.date)
  var on: LocalDate?

  @Option(
    help: ArgumentHelp("Of one level alone: department, central, district, commune.", valueName: "level"),
    completion: .list(Agency.Level.allCases.map(\.rawValue)),
    transform: Reading.level)
  var level: Agency.Level?

  @Option(
    help: ArgumentHelp("Of one agency alone, or of the one that took over from it.", valueName: "code"),
    transform: Reading.code)
  var agency: AgencyCode?

  @Option(help: ArgumentHelp("Of the agencies of one district alone, by its GSO code.", valueName: "code"))
  var district: String?

  @Option(
    help: ArgumentHelp("At the end of each month between two days as well.", valueName: "from/to"),
    transform: AdoptionCommand.days)
  var trend: Stretch?

  @Flag(help: "List what is missing to reach the targets, the agencies that lack most first.")
  var missing = false

  @Flag(help: "Count the dossiers by post of the twelve months up to that day as well; it reads the database.")
  var use = false

  /// The days of a trend.
  struct Stretch {
    let from: LocalDate
    let to: LocalDate
  }

  private static func days(_ text: String) throws -> Stretch {
    let (from, to) = try Reading.days(text)
    return Stretch(from: from, to: to)
  }

  func run() async throws {
    let settings = try common.settings()
    let day = on ?? LocalDate(Instant.current)
    let scope = try scope(on: day, in: settings.rules.registry)
    var output = Output()
    guard let register = settings.register else {
      if common.json {
        try output.json(["register": false])
      } else {
        try output.sentence("Chưa có danh mục thủ tục qua bưu chính: hãy lập registry/services.csv.")
        try output.sentence("No register is kept: write registry/services.csv to have one.")
      }
      return try output.flush()
    }
    let report = AdoptionReport(
      adoption: register.adoption(on: day, in: settings.rules.registry), scope: scope,
      trend: trend.map { register.trend(from: $0.from, to: $0.to, of: scope, in: settings.rules.registry) },
      showsMissing: missing, use: use ? try await readUse(on: day, scope, settings) : nil,
      registry: settings.rules.registry)
    if common.json { try output.json(AdoptionAnswer(report)) } else { try output.show(report) }
    try output.flush()
  }

  private func scope(on day: LocalDate, in registry: Registry) throws(CommandError) -> AdoptionScope {
    if let agency, registry.agencies[agency] == nil {
      throw .unknown("The agency \(agency) is not in the registry")
    }
    if let district, registry.districts[district] == nil {
      throw .unknown("The district \(district) is not in the registry")
    }
    return AdoptionScope(
      level: level, agency: agency.map { registry.agency(inPlaceOf: $0, on: day) }, district: district)
  }

  /// The use of the twelve months up to `day`.
  private func readUse(on day: LocalDate, _ scope: AdoptionScope, _ settings: Settings) async throws -> [Use.Line] {
    let (_, store) = try common.storeForReading()
    let last = CalendarMonth(day)
    let first = last.before(11)
    try await store.demandArchive(from: first.first.start)
    let registry = settings.rules.registry
    let use = Use(
      posted: try await store.posted(from: first, through: last),
      totals: try await store.totals(from: first, through: last), on: day, in: registry)
    return use.lines.filter { line in
      let agency = registry.agencies[line.agency]
      return scope.level.map { $0 == agency?.level } ?? true && scope.agency.map { $0 == line.agency } ?? true
        && scope.district.map { $0 == agency?.district } ?? true
    }
  }
}

/// All that is to be shown.
struct AdoptionReport {
  let adoption: Adoption
  let scope: AdoptionScope
  let trend: [(day: LocalDate, count: AdoptionCount)]?
  let showsMissing: Bool
  let use: [Use.Line]?
  let registry: Registry

  /// Whether agencies are told one by one.
  var showsAgencies: Bool { scope.level != nil || scope.district != nil }

  /// Whether districts are told one by one.
  var showsDistricts: Bool { scope.agency == nil && scope.district == nil }
}
