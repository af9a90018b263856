import Broker
import Dossiers
import Settings
import Simulation

/// A stream of events, as messages or for the store, portion by portion.
struct Traffic {
  private var events: BenchmarkStream.Iterator
  private let encoder = EventEncoder()

  /// The stream of `plan` between the offices and agencies of the bench's registry.
  init(_ plan: BenchmarkPlan, _ bench: Workbench) throws {
    events = try BenchmarkStream(plan: plan, registry: bench.rules.registry).makeIterator()
  }

  /// The next event and its body.
  mutating func next() -> (message: SimulatedMessage, body: [UInt8])? {
    events.next().map { ($0, encoder.encode($0.event)) }
  }

  /// Publishes the next `count` events and waits until the broker holds all of them.
  mutating func publish(_ count: Int, to exchange: String, by publisher: Publisher) async throws {
    var left = count
    while left > 0 {
      var portion: [OutgoingMessage] = []
      while portion.count < min(left, 10_000), let (message, body) = next() {
        portion.append(OutgoingMessage(message, body, exchange: exchange))
      }
      guard !portion.isEmpty else { throw BenchError.streamEnded(missing: left) }
      left -= portion.count
      try await publisher.publishAll(portion)
    }
  }
}

extension OutgoingMessage {
  /// An event as a scanner would send it.
  init(_ message: SimulatedMessage, _ body: [UInt8], exchange: String) {
    self.init(
      exchange: exchange, routingKey: message.routingKey, body: body, contentType: "application/cloudevents+json",
      messageID: message.event.identity.id)
  }
}

extension Publisher {
  /// Publishes, and throws unless the broker keeps every one.
  func publishAll(_ messages: [OutgoingMessage]) async throws {
    let outcomes = try await publish(messages)
    if let bad = outcomes.first(where: { $0 != .confirmed }) { throw BenchError.notPublished("\(bad)") }
  }
}
