import Broker
import Dossiers
import Settings
import Simulation
import Store

/// A database with millions of events in its log, filled beside the queue in large transactions.
struct FullStore {
  /// Where it lies.
  let path: String
  /// The events that it holds.
  private(set) var count = 0
  private var traffic: Traffic
  private let bench: Workbench

  init(_ bench: Workbench, _ scale: Scale) throws {
    self.bench = bench
    path = try bench.folder("full") + "/dossierd.sqlite"
    // What is taken out of the middle of the stream has its usual share of first and last scans.
    let total = scale.history + scale.rounds * scale.events + 100_000
    traffic = try Traffic(Load.fullStore.plan(total, seed: 9), bench)
  }

  /// Brings the log to `goal` events, with all that was due until now raised.
  mutating func fill(to goal: Int) async throws {
    let store = try SQLiteStore(path: path)
    let rules = bench.rules
    let document = RulesDocument(calendar: rules.calendar, policy: rules.policy, registry: rules.registry)
    _ = try await store.adopt(document, at: .current)
    while count < goal {
      var arrivals: [Arrival] = []
      while arrivals.count < min(goal - count, 20_000), let (message, body) = traffic.next() {
        arrivals.append(Arrival(.event(message.event), message: Message(body: body, routingKey: message.routingKey)))
      }
      guard !arrivals.isEmpty else { throw BenchError.streamEnded(missing: goal - count) }
      count += try await store.take(arrivals, recorded: .current).committed
    }
    while try await store.raise(at: .current, limit: 1_000) > 0 {}
  }

  /// Publishes what comes next in the stream.
  mutating func publish(_ events: Int, to exchange: String) async throws {
    let publisher = try bench.publisher()
    try await traffic.publish(events, to: exchange, by: publisher)
    await publisher.close()
    count += events
  }
}
