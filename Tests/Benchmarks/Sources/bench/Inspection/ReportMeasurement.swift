import Broker
import Dossiers

/// How long the monthly report takes, and what intake loses while it is made.
struct ReportMeasurement {
  private static let limit = Duration.seconds(300)

  let bench: Workbench
  let scale: Scale

  func run(_ stock: inout DossierStock) async throws -> [Figure] {
    let began = ContinuousClock.now
    try await report(stock).finish(within: Self.limit)
    let took = (ContinuousClock.now - began).seconds
    Workbench.say("the report of \(stock.events) events took \(Int(took)) s")
    let since = ["DOSSIERD_ALERTS_SINCE": DossierStock.watchedSince]
    var (alone, beside): ([Double], [Double]) = ([], [])
    for round in 1...scale.rounds {
      for isBeside in [false, true] {
        let before = stock.events
        try await stock.publish(scale.events)
        let making = isBeside ? try report(stock) : nil
        let outcome = try await Drain(bench: bench).run(scale.events, into: stock.path, with: before, others: since)
        if let making {
          guard making.isRunning else { throw BenchError.tooShort("the report was made before intake was done") }
          making.kill()
        }
        if isBeside { beside.append(outcome.eventsPerSecond) } else { alone.append(outcome.eventsPerSecond) }
      }
      Workbench.say("round \(round): intake alone \(Int(alone[round - 1])), beside a report \(Int(beside[round - 1]))")
    }
    guard let alone = alone.median, let beside = beside.median else { return [] }
    return [
      Figure("report.month_seconds", took, "s"), Figure("report.intake_ratio", beside / alone, "ratio", .atLeast(0.8)),
    ]
  }

  /// The report of the month that runs, made with as little weight as the unit gives it.
  private func report(_ stock: DossierStock) throws -> Child {
    let control =
      bench.places.dossierd.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/") + "/dossierctl"
    return try Child(
      bench.places.lightly,
      [
        control, "report", "--config", bench.places.config, "--month",
        "\(CalendarMonth(LocalDate(.current)))", "--into", try bench.folder("report"),
      ], environment: ["DOSSIERD_STORE_PATH": stock.path])
  }
}
