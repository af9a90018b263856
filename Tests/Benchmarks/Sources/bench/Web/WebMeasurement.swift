import Broker

/// How fast the overview is answered with few and with many dossiers in the store, and what intake loses by it.
struct WebMeasurement {
  /// Those who open the page one after another, as fast as they are answered.
  private static let clients = 4
  /// Beside intake it is opened so often a second: as often as 3,000 screens renew themselves.
  private static let steadyRate = 50
  private static let length = Duration.seconds(8)
  private static let settings = ["DOSSIERD_ALERTS_SINCE": DossierStock.watchedSince]

  let bench: Workbench
  let scale: Scale

  /// The answers' figures of a store, `name` saying how many dossiers are in it.
  func overview(_ name: String, _ stock: DossierStock) async throws -> [Figure] {
    let (daemon, port) = try await daemon(stock)
    try await daemon.isListening()
    let load = PageLoad(port: port, path: "/", clients: Self.clients)
    try await load.isAnswered()
    let outcome = try await load.run(for: Self.length)
    try await daemon.stop()
    guard let worst = outcome.waits.quantile(0.99) else { return [] }
    Workbench.say("overview, \(name): \(Int(outcome.perSecond)) a second")
    return [
      Figure("web.overview_\(name).rps", outcome.perSecond, "requests/s"),
      Figure("web.overview_\(name).p99_ms", worst, "ms"),
    ]
  }

  /// The speed of intake while the overview is opened steadily, to that while nobody looks.
  func intakeRatio(_ stock: inout DossierStock) async throws -> [Figure] {
    var (alone, beside): ([Double], [Double]) = ([], [])
    for round in 1...scale.rounds {
      alone.append(try await drain(&stock, others: Self.settings) {})
      let port = try PageLink.freePort()
      let load = PageLoad(
        port: port, path: "/", clients: Self.clients, pace: .seconds(1) * Self.clients / Self.steadyRate)
      let listen = Self.settings.merging(["DOSSIERD_WEB_LISTEN": "127.0.0.1:\(port)"]) { $1 }
      beside.append(try await drain(&stock, others: listen) { await load.watch(for: .seconds(120)) })
      Workbench.say("round \(round): intake alone \(Int(alone[round - 1])), beside pages \(Int(beside[round - 1]))")
    }
    guard let alone = alone.median, let beside = beside.median else { return [] }
    return [Figure("web.intake_ratio", beside / alone, "ratio", .atLeast(0.8))]
  }

  private func drain(
    _ stock: inout DossierStock, others: [String: String], _ beside: @Sendable @escaping () async throws -> Void
  ) async throws -> Double {
    let before = stock.events
    try await stock.publish(scale.events)
    return try await Drain(bench: bench).run(
      scale.events, into: stock.path, with: before, others: others, beside: beside
    ).eventsPerSecond
  }

  private func daemon(_ stock: DossierStock) async throws -> (DaemonProcess, UInt16) {
    let port = try PageLink.freePort()
    let daemon = try await DaemonProcess(
      bench, store: stock.path,
      others: Self.settings.merging(["DOSSIERD_WEB_LISTEN": "127.0.0.1:\(port)"]) { $1 })
    return (daemon, port)
  }
}

extension PageLoad {
  /// Waits until somebody listens.
  func isAnswered() async throws {
    let end = ContinuousClock.now + .seconds(20)
    while (try? PageLink(port: port)) == nil {
      guard ContinuousClock.now < end else { throw BenchError.page(path: path, found: "nobody who listens") }
      try await Task.sleep(for: .milliseconds(5))
    }
  }

  /// The same, once somebody listens; tells how it went, or that it did not.
  func watch(for length: Duration) async {
    do {
      try await isAnswered()
      let outcome = try await run(for: length)
      Workbench.say("\(outcome.waits.count) pages meanwhile, p99 \(Int(outcome.waits.quantile(0.99) ?? 0)) ms")
    } catch {
      Workbench.say("the pages were not opened meanwhile: \(error)")
    }
  }
}
