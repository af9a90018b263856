import Dossiers
import Settings
import Simulation
import Store

/// How many events of the log are folded anew in a second, and held against the rows that are kept.
struct RebuildMeasurement {
  let bench: Workbench
  let scale: Scale

  func run() async throws -> [Figure] {
    let path = try bench.folder("rebuild") + "/dossierd.sqlite"
    let store = try SQLiteStore(path: path)
    try await fill(store)
    Workbench.say("a rebuild of \(scale.events) events, \(scale.rounds) rounds")
    var rates: [Double] = []
    for _ in 1...scale.rounds { rates.append(try await rate(store)) }
    return rates.median.map { [Figure("rebuild.events_per_second", $0, "events/s")] } ?? []
  }

  /// Takes the plain stream.
  private func fill(_ store: SQLiteStore) async throws {
    let rules = bench.rules
    _ = try await store.adopt(
      RulesDocument(calendar: rules.calendar, policy: rules.policy, registry: rules.registry), at: .current)
    var traffic = try Traffic(Load.plain.plan(scale.events, seed: 11), bench)
    var count = 0
    while count < scale.events {
      var arrivals: [Arrival] = []
      while arrivals.count < min(scale.events - count, 20_000), let (message, body) = traffic.next() {
        arrivals.append(Arrival(.event(message.event), message: Message(body: body, routingKey: message.routingKey)))
      }
      guard !arrivals.isEmpty else { throw BenchError.streamEnded(missing: scale.events - count) }
      count += try await store.take(arrivals, recorded: .current).committed
    }
  }

  /// Events a second, with the planning of what is kept and the comparison.
  private func rate(_ store: SQLiteStore) async throws -> Double {
    let began = ContinuousClock.now
    let rebuilt = try await store.rebuild(replacing: false, at: .current) { _ in }
    let elapsed = ContinuousClock.now - began
    // A figure of a rebuild that goes wrong would be none.
    guard rebuilt.differences.isEmpty else { throw BenchError.rebuiltOtherwise(rebuilt.differences.count) }
    return Double(rebuilt.events) / (elapsed / .seconds(1))
  }
}
