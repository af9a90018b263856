import Broker
import Glibc

/// Backlogs that the daemon drains until they are committed and acknowledged.
struct Drain {
  let bench: Workbench

  /// How it went.
  struct Outcome: Sendable {
    let eventsPerSecond: Double
    let peakMiB: Double
  }

  /// Lets the daemon take the `count` events that its queue holds into the database at `store`, which has `base` already;
  /// `beside` goes on meanwhile, and is cancelled then.
  func run(
    _ count: Int, into store: String, with base: Int = 0, others: [String: String] = [:],
    beside: @Sendable @escaping () async throws -> Void = {}
  ) async throws -> Outcome {
    // What was written before must not be paid for now.
    sync()
    let load = Task { try await beside() }
    defer { load.cancel() }
    let daemon = try await DaemonProcess(bench, store: store, others: others)
    let probe = try StoreProbe(path: store)
    try await probe.watch(
      StoreProbe.committed, until: base + count, every: .milliseconds(10), within: .seconds(120))
    let took = ContinuousClock.now - daemon.started
    let peak = daemon.peakMiB
    // Who still asks would find nobody.
    load.cancel()
    try? await load.value
    try await daemon.stop()
    try await check(probe)
    return Outcome(eventsPerSecond: Double(count) / took.seconds, peakMiB: peak)
  }

  /// A backlog half acknowledged, or put aside, would look fast.
  private func check(_ probe: StoreProbe) async throws {
    let parked = try await probe.number(StoreProbe.parked)
    guard parked == 0 else { throw BenchError.parked(parked) }
    try await BrokerTools(bench).checkEmpty(bench.topology.queue)
  }
}
