import Broker
import Foundation
import Logging
import TestSupport

/// A shared broker, with names of this test's own at it.
struct Bench {
  var options: BrokerOptions
  let uri: String
  let topology: Topology
  let publisher: Publisher

  static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

  /// Exchanges and queues of new names, applied.
  init(_ broker: PrivateBroker? = nil, deliveryLimit: Int = 20, isApplied: Bool = true) async throws {
    let broker = if let broker { broker } else { try await PrivateBroker.shared() }
    let id = UUID().uuidString.prefix(8).lowercased()
    uri = broker.uri
    options = BrokerOptions(address: try BrokerAddress(parsing: broker.uri), connectionName: "test-\(id)")
    topology = Topology(
      exchange: "events-\(id)", queue: "events-\(id)", deliveryLimit: deliveryLimit,
      deadLetterExchange: "dead-\(id)", deadLetterQueue: "dead-\(id)")
    publisher = try Publisher(options, PublisherOptions(deadline: .seconds(20)), logger: Self.logger)
    if isApplied { try await topology.apply(options) }
  }

  func message(_ text: String, key: String = "postoffice.381100") -> OutgoingMessage {
    OutgoingMessage(
      exchange: topology.exchange, routingKey: key, body: Array(text.utf8), messageID: "id-\(text.prefix(20))")
  }

  @discardableResult
  func publish(_ texts: [String]) async throws -> [PublishOutcome] {
    try await publisher.publish(texts.map { message($0) })
  }

  /// Runs a consumer while `body` runs, and waits for its orderly end.
  func consuming(
    _ change: (inout ConsumerOptions) -> Void = { _ in }, _ body: (Consumer) async throws -> Void
  ) async throws {
    var settings = ConsumerOptions(queues: [topology.queue], prefetch: 100, backoff: Backoff(longest: .seconds(1)))
    change(&settings)
    let consumer = try Consumer(options, settings, logger: Self.logger)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await consumer.run() }
      defer { consumer.stop() }
      try await body(consumer)
      consumer.stop()
      try await group.waitForAll()
    }
  }
}

extension Consumer {
  /// The next happening, within a bound.
  func next(_ bound: Duration = .seconds(20)) async throws -> Happening? {
    let happenings = happenings
    return try await within("a happening", bound) { await happenings.next() }
  }

  /// The next batch; what else happens before is passed over.
  func batch(_ bound: Duration = .seconds(20)) async throws -> Batch {
    while let happening = try await next(bound) {
      if case .batch(let batch) = happening { return batch }
    }
    throw ConsumerEnded()
  }

  /// The reason of the next disconnection; batches before it are passed over.
  func disconnection(_ bound: Duration = .seconds(20)) async throws -> BrokerError {
    while let happening = try await next(bound) {
      if case .disconnected(let error, _) = happening { return error }
    }
    throw ConsumerEnded()
  }

  /// Takes and settles until so many deliveries have come.
  func take(_ count: Int) async throws -> [String] {
    var texts: [String] = []
    while texts.count < count {
      let batch = try await batch()
      texts += batch.texts
      settled(batch)
    }
    return texts
  }
}

extension Batch {
  var texts: [String] { deliveries.map { String(decoding: $0.body, as: UTF8.self) } }
}

/// The consumer ended while a test still waited for something.
struct ConsumerEnded: Error {}
