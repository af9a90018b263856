import Broker
import Dossiers
import Simulation

/// How long an event takes from the scanner to the committed log, at a steady rate.
struct LatencyMeasurement {
  /// Publishers that take turns, so that one may wait for its confirm while the next one sends.
  private static let publishers = 8

  let bench: Workbench
  let scale: Scale

  func run() async throws -> [Figure] {
    let count = scale.steadySeconds * Scale.steadyRate
    let store = try bench.folder("latency") + "/dossierd.sqlite"
    let messages = try messages(count)
    try await bench.topology.apply(bench.broker)
    let daemon = try await DaemonProcess(bench, store: store)
    try await daemon.isListening()
    let probe = try StoreProbe(path: store)
    Workbench.say("\(count) events at \(Scale.steadyRate) a second")
    async let commits = probe.watch(
      StoreProbe.lastEvent, until: count, every: .milliseconds(1), within: .seconds(scale.steadySeconds + 30))
    let start = try await publish(messages)
    let waits = Self.waits(messages, from: start, try await commits, try await probe.numbersByID())
    try await daemon.stop()
    guard let middle = waits.median, let worst = waits.quantile(0.99) else { return [] }
    return [Figure("latency.p50_ms", middle, "ms"), Figure("latency.p99_ms", worst, "ms")]
  }

  private func messages(_ count: Int) throws -> [OutgoingMessage] {
    var plan = Load.plain.plan(count, seed: 1)
    plan.inFlight = count / 10
    var traffic = try Traffic(plan, bench)
    var messages: [OutgoingMessage] = []
    while messages.count < count, let (message, body) = traffic.next() {
      messages.append(OutgoingMessage(message, body, exchange: bench.topology.exchange))
    }
    return messages
  }

  /// Publishes one message after another, each at its own instant, and returns the first of these.
  private func publish(_ messages: [OutgoingMessage]) async throws -> Instant {
    let publishers = try (0..<Self.publishers).map { _ in try bench.publisher() }
    // Time for the links to be made.
    let lead = Duration.seconds(1)
    let (start, clock) = (Instant.current.advanced(by: .seconds(1)), ContinuousClock.now + lead)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (turn, publisher) in publishers.enumerated() {
        group.addTask {
          for place in stride(from: turn, to: messages.count, by: Self.publishers) {
            try await Task.sleep(until: clock + Self.offset(place), tolerance: .zero, clock: .continuous)
            try await publisher.publishAll([messages[place]])
          }
          await publisher.close()
        }
      }
      try await group.waitForAll()
    }
    return start
  }

  /// When the message at `place` is to be sent.
  private static func offset(_ place: Int) -> Duration { .microseconds(place * 1_000_000 / Scale.steadyRate) }

  /// Milliseconds from the instant at which each message was to be sent, so that a broker that keeps a publisher
  /// waiting is not forgiven, until it was seen in the log.
  private static func waits(
    _ messages: [OutgoingMessage], from start: Instant, _ commits: [StoreProbe.Sighting], _ numbers: [String: Int]
  ) -> [Double] {
    messages.enumerated().compactMap { place, message in
      guard let number = message.messageID.flatMap({ numbers[$0] }), let seen = commits.first(reaching: number)
      else { return nil }
      return seen.time.since(start).milliseconds - offset(place).seconds * 1_000
    }
  }
}
