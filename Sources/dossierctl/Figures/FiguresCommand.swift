import ArgumentParser
import Dossiers
import Settings
import Store

/// `figures`: how safe, stable, reliable, accurate, regular and timely the service was.
struct FiguresCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures", abstract: "Says how safe, stable, reliable, accurate, regular and timely the service was.",
    discussion: """
      Counts what ended within the period; what still runs is looked at when the period was over. The README defines \
      every figure. May run beside the daemon.

      With --as-known, the same figures as they were known at the end of that day stand beside those of now: the log is \
      folded anew as far as it was recorded then, by the rules recorded then, which takes some time. How many are others \
      now, and what was recorded since, stands above them.
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var options: PeriodOptions

  @Option(help: "The dossiers of one agency alone.", transform: Reading.code)
  var agency: AgencyCode?

  @Option(help: "What one post office accepts or delivers alone.", transform: Reading.code)
  var office: OfficeCode?

  @Option(help: ArgumentHelp("The citizens of one district alone, by its GSO code.", valueName: "code"))
  var district: String?

  @Option(
    help: ArgumentHelp("Show them as known at the end of this day as well.", valueName: "date"),
    transform: Reading.date)
  var asKnown: LocalDate?

  @Flag(help: "List each agency and each post office in the table; JSON has them always.")
  var all = false

  private static let portion = 10_000

  func run() async throws {
    guard let period = options.period else { throw ValidationError("Expected a period.") }
    let (settings, store) = try common.storeForReading()
    try await store.demandArchive(from: period.start)
    try check(settings.rules.registry)
    let now = Instant.current
    let present = try await read(store, scope(period, known: now))
    var past: FiguresAnswer.Past?
    if let asKnown {
      let instant = min(asKnown.lastInstant, now)
      let known = try await store.known(by: instant, progress: Diagnostics.events)
      Diagnostics.endProgress()
      past = FiguresAnswer.Past(
        figures: try await read(known, scope(period, known: instant)),
        since: try await store.recorded(after: instant, bearingOn: period))
    }
    let answer = FiguresAnswer(present: present, past: past)
    var output = Output()
    if common.json {
      try output.json(answer)
    } else {
      try output.sentence(answer.title(settings.rules.registry))
      try output.sentence("")
      for sentence in answer.comparisonWords { try output.sentence(sentence) }
      if past != nil { try output.sentence("") }
      try output.table(answer.table(settings.rules.registry, all: all))
    }
    try output.flush()
  }

  private func scope(_ period: Period, known: Instant) -> FigureScope {
    FigureScope(period: period, known: known, agency: agency, office: office, district: district)
  }

  private func read(_ source: any FigureSource, _ scope: FigureScope) async throws -> QualityFigures {
    guard let figures = try await source.figures(of: [scope], limit: FiguresCommand.portion).first else {
      throw CommandError.unknown("Nothing can be counted")
    }
    return figures
  }

  private func check(_ registry: Registry) throws(CommandError) {
    if let agency, registry.agencies[agency] == nil { throw .unknown("The registry has no agency \(agency)") }
    if let office, registry.offices[office] == nil { throw .unknown("The registry has no post office \(office)") }
    if let district, registry.districts[district] == nil { throw .unknown("The registry has no district \(district)") }
  }
}
