import Broker
import Dossiers
import Foundation
import Settings
import Simulation
import TestSupport

/// A database with many dossiers, and how fast a daemon takes in what comes on top of them.
final class GrownStore {
  /// A backlog that was taken in.
  struct Drain {
    /// Events a second, once the daemon is ready.
    let rate: Double
    let startTook: Duration
    let peakMiB: Double
  }

  /// How many dossiers an envelope carries, so that there are millions within minutes.
  private static let width = 100

  let dossiers: Int
  private let trial: DaemonTrial
  private let view: StoreView
  private let postman: Postman
  private let registry: Registry
  private var sent = 0
  private var slowest = Duration.zero

  /// Lets a daemon take in so many dossiers.
  init(dossiers: Int) async throws {
    self.dossiers = dossiers
    trial = try await DaemonTrial(
      settings: [
        "DOSSIERD_ALERTS_GROUP_WAIT_SECONDS": "86400", "DOSSIERD_ROUTING_DIGEST": "off",
        "SWIFT_BACKTRACE": "enable=no",
      ])
    view = StoreView(trial.database)
    postman = try Postman(trial.environment["DOSSIERD_BROKER_URI"] ?? "")
    registry = try Settings.load(trial.environment["DOSSIERD_CONFIG"] ?? "", environment: [:], now: GrownStore.now)
      .rules.registry
    try await trial.control("topology", "apply")
    guard dossiers > 0 else { return }
    let envelopes = dossiers / GrownStore.width
    let daemon = try await trial.start()
    try await publish(
      BenchmarkPlan(events: 5 * envelopes, inFlight: envelopes / 10, end: GrownStore.now, wideShare: 1))
    try await isTaken(within: .seconds(1_200))
    _ = try await daemon.stop()
  }

  /// Leaves so many events in the queue, of envelopes whose numbers begin with `first`, and lets a daemon take them in.
  func drain(_ events: Int, first: Int) async throws -> Drain {
    var plan = BenchmarkPlan(events: events, inFlight: events / 5, end: GrownStore.now)
    plan.first = first
    try await publish(plan)
    // What was written before must not be paid for now.
    sync()
    let began = ContinuousClock.now
    let daemon = try await trial.start()
    let ready = ContinuousClock.now
    let left = sent - (try view.counter("events.committed"))
    try await isTaken(within: .seconds(300))
    let took = ContinuousClock.now - ready
    let startTook = ready - began
    slowest = max(slowest, startTook)
    let peak = daemon.peakMiB
    _ = try await daemon.stop()
    return Drain(rate: Double(left) / (took / .seconds(1)), startTook: startTook, peakMiB: peak)
  }

  /// What came of it.
  func score(_ name: String, times: Int) throws -> Score {
    Score(
      fault: name, times: times, eventsLost: sent - (try view.counter("events.committed")), alertsDoubled: 0,
      mailsRepeated: 0, recoverSecondsMax: (slowest / .milliseconds(1)).rounded() / 1_000)
  }

  private static var now: Instant { Instant(seconds: Int64(Date().timeIntervalSince1970)) }

  private func publish(_ plan: BenchmarkPlan) async throws {
    let encoder = EventEncoder()
    var stream = try BenchmarkStream(plan: plan, registry: registry).makeIterator()
    while true {
      var portion: [OutgoingMessage] = []
      while portion.count < 5_000, let message = stream.next() {
        portion.append(
          OutgoingMessage(
            exchange: trial.exchange, routingKey: message.routingKey, body: encoder.encode(message.event),
            contentType: "application/cloudevents+json", messageID: message.event.identity.id))
      }
      if portion.isEmpty { return }
      try await postman.send(portion)
      sent += portion.count
    }
  }

  private func isTaken(within bound: Duration) async throws {
    try await waitUntil("\(sent) events are taken", within: bound) { try view.counter("events.committed") >= sent }
  }
}
