import Broker
import Dossiers
import Settings
import Simulation
import Store

/// A database with many dossiers, filled beside the queue in large transactions.
struct DossierStock {
  /// Where it lies.
  let path: String
  /// The events that it holds.
  private(set) var events = 0
  private let bench: Workbench
  /// Where the numbers of what is published begin, so that no item comes twice.
  private var next = 20_000_000

  /// A hundred dossiers in each envelope make it a matter of minutes.
  private static let widest = 100
  /// Of more dossiers than this, each has no envelope of its own.
  private static let mostPlain = 200_000

  /// Nothing is missed before this day, so that pages and intake are measured and no alerts.
  static let watchedSince = "2099-01-01"

  /// Fills a database of its own with `dossiers`, whose results were all sent in the last ten days.
  init(_ bench: Workbench, name: String, dossiers: Int) async throws {
    self.bench = bench
    path = try bench.folder(name) + "/dossierd.sqlite"
    let isWide = dossiers > DossierStock.mostPlain
    let envelopes = dossiers / (isWide ? DossierStock.widest : 1)
    var plan = BenchmarkPlan(events: 5 * envelopes, inFlight: envelopes / 10, end: .current)
    plan.wideShare = isWide ? 1 : 0
    var traffic = try Traffic(plan, bench)
    // As the daemon will, which would else have to plan millions of deadlines anew while it is measured.
    let telling = Telling(since: LocalDate(Self.watchedSince)?.start)
    let store = try SQLiteStore(path: path, telling: telling)
    let rules = bench.rules
    // Long enough ago for a report of now to count it.
    let recorded = Instant.current.advanced(by: .hours(-1))
    _ = try await store.adopt(
      RulesDocument(calendar: rules.calendar, policy: rules.policy, registry: rules.registry), at: recorded)
    while events < plan.events {
      var arrivals: [Arrival] = []
      while arrivals.count < (isWide ? 2_000 : 20_000), let (message, body) = traffic.next() {
        arrivals.append(Arrival(.event(message.event), message: Message(body: body, routingKey: message.routingKey)))
      }
      guard !arrivals.isEmpty else { throw BenchError.streamEnded(missing: plan.events - events) }
      events += try await store.take(arrivals, recorded: recorded).committed
    }
  }

  /// Publishes so many events of further dossiers, and says how many the database will hold then.
  mutating func publish(_ count: Int) async throws {
    var plan = BenchmarkPlan(events: count, inFlight: 20_000, end: .current)
    plan.seed = UInt64(next)
    plan.first = next
    next += count
    try await bench.topology.apply(bench.broker)
    let publisher = try bench.publisher()
    var traffic = try Traffic(plan, bench)
    try await traffic.publish(count, to: bench.topology.exchange, by: publisher)
    await publisher.close()
    events += count
  }
}
