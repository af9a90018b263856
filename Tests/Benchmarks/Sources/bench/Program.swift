import ArgumentParser

/// Measures the daemon as it is shipped, from outside: its binary, a real broker and a database on a disk; and the core's
/// calendar and fold and the store's rebuild from inside.
@main
struct Bench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Measures the daemon, and writes a line of JSON for each figure.",
    discussion: "Tests/Benchmarks/run starts the broker, names the paths below and hands on the other options.")

  @OptionGroup var places: Places

  @Flag(help: "One round of 50,000 events, without peers and without a full store, for tuning.")
  var quick = false

  @Option(help: ArgumentHelp("Only figures whose name begins with this; may be given again.", valueName: "name"))
  var only: [String] = []

  func run() async throws {
    let bench = try Workbench(places)
    let scale = quick ? Scale.quick : Scale.full
    let choice = Choice(prefixes: only)
    var figures: [Figure] = []
    if choice.wants("calendar.") { figures += CalendarMeasurement(bench: bench).run() }
    if choice.wants("fold.") { figures += try FoldMeasurement(bench: bench).run() }
    if choice.wants("rebuild.") { figures += try await RebuildMeasurement(bench: bench, scale: scale).run() }
    if choice.wants("ingest.") {
      figures += try await IngestMeasurement(bench: bench, scale: scale, choice: choice).run()
    }
    if choice.wants("latency.") { figures += try await LatencyMeasurement(bench: bench, scale: scale).run() }
    if choice.wants("breach.") { figures += try await BreachMeasurement(bench: bench, scale: scale).run() }
    if choice.wants("storm.") { figures += try await StormMeasurement(bench: bench, scale: scale).run() }
    if choice.wants("web.") || choice.wants("report.") {
      let web = WebMeasurement(bench: bench, scale: scale)
      if choice.wants("web.overview_100k.") {
        Workbench.say("filling a store with \(scale.dossiers.few) dossiers")
        figures += try await web.overview("100k", DossierStock(bench, name: "few", dossiers: scale.dossiers.few))
      }
      Workbench.say("filling a store with \(scale.dossiers.many) dossiers")
      var many = try await DossierStock(bench, name: "many", dossiers: scale.dossiers.many)
      if choice.wants("web.overview_5m.") { figures += try await web.overview("5m", many) }
      if choice.wants("web.intake_ratio") { figures += try await web.intakeRatio(&many) }
      if choice.wants("report.") { figures += try await ReportMeasurement(bench: bench, scale: scale).run(&many) }
    }
    try Report(figures.filter { choice.wants($0.name) }).write(to: places.output)
  }
}
