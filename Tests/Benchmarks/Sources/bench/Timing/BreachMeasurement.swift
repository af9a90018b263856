import Broker
import Dossiers
import Simulation

/// How long after its due instant a missed deadline stands in the database.
struct BreachMeasurement {
  let bench: Workbench
  let scale: Scale

  func run() async throws -> [Figure] {
    let store = try bench.folder("breach") + "/dossierd.sqlite"
    try await bench.topology.apply(bench.broker)
    let daemon = try await DaemonProcess(bench, store: store, policy: bench.places.policy)
    try await daemon.isListening()
    let probe = try StoreProbe(path: store)
    Workbench.say("\(scale.deadlines) deadlines that fall due within 10 seconds")
    let publisher = try bench.publisher()
    try await publisher.publishAll(try acceptances())
    await publisher.close()
    let seen = try await probe.watch(
      StoreProbe.lastAlert, until: scale.deadlines, every: .milliseconds(1), within: .seconds(60))
    let delays = try await probe.breaches().compactMap { number, since in
      seen.first(reaching: number)?.time.since(since).milliseconds
    }
    try await daemon.stop()
    return delays.quantile(0.99).map { [Figure("breach.delay_ms_p99", $0, "ms", .below(1_000))] } ?? []
  }

  /// Envelopes accepted over the last 10 seconds and never seen again.
  private func acceptances() throws -> [OutgoingMessage] {
    let plan = BenchmarkPlan(
      events: scale.deadlines * 5, inFlight: 4, end: .current, span: .seconds(10))
    var traffic = try Traffic(plan, bench)
    var messages: [OutgoingMessage] = []
    while let (message, body) = traffic.next() {
      guard case .scanned(let scan) = message.event.fact, scan.milestone == .accepted else { continue }
      messages.append(OutgoingMessage(message, body, exchange: bench.topology.exchange))
    }
    return messages
  }
}
