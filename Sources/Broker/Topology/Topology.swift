/// The exchanges, queues and bindings that the daemon lives on, by name.
///
/// Events go through a durable topic exchange into a quorum queue. What that queue gives up on goes, at least
/// once, through the dead letter exchange into a second quorum queue. A delivery limit without a dead letter
/// exchange would lose messages silently, so the one can't be had without the other here.
public struct Topology: Sendable, Hashable {
  /// The topic exchange that scanners and desks publish to.
  public var exchange: String
  /// The patterns of the routing keys to take.
  public var bindingKeys: [String]
  /// The quorum queue of events.
  public var queue: String
  /// How often a message of the event queue comes again before it is a dead letter.
  public var deliveryLimit: Int
  /// The fanout exchange for dead letters.
  public var deadLetterExchange: String
  /// The quorum queue of dead letters.
  public var deadLetterQueue: String

  /// A topology with the default names.
  ///
  /// - Parameters:
  ///   - exchange: The topic exchange.
  ///   - bindingKeys: The patterns of the routing keys to take.
  ///   - queue: The quorum queue of events.
  ///   - deliveryLimit: How often a message comes again before it is a dead letter.
  ///   - deadLetterExchange: The fanout exchange for dead letters.
  ///   - deadLetterQueue: The quorum queue of dead letters.
  public init(
    exchange: String = "bcci.events", bindingKeys: [String] = ["postoffice.#", "agency.#"],
    queue: String = "dossierd.events", deliveryLimit: Int = 20, deadLetterExchange: String = "dossierd.dead",
    deadLetterQueue: String = "dossierd.dead"
  ) {
    self.exchange = exchange
    self.bindingKeys = bindingKeys
    self.queue = queue
    self.deliveryLimit = deliveryLimit
    self.deadLetterExchange = deadLetterExchange
    self.deadLetterQueue = deadLetterQueue
  }

  /// The arguments of the event queue. At-least-once dead lettering works only with `reject-publish`.
  /// Source: RabbitMQ, "Quorum Queues", dead lettering.
  var queueArguments: KeyValuePairs<String, Field> {
    [
      "x-queue-type": .text("quorum"),
      "x-delivery-limit": .number(deliveryLimit),
      "x-dead-letter-exchange": .text(deadLetterExchange),
      "x-dead-letter-strategy": .text("at-least-once"),
      "x-overflow": .text("reject-publish"),
    ]
  }

  var deadLetterArguments: KeyValuePairs<String, Field> { ["x-queue-type": .text("quorum")] }

  /// Looks for names that AMQP can't carry and limits that would lose messages.
  ///
  /// - Throws: ``BrokerError/invalidOption(name:reason:)``.
  public func check() throws(BrokerError) {
    let names = [
      ("exchange", exchange), ("queue", queue), ("dead letter exchange", deadLetterExchange),
      ("dead letter queue", deadLetterQueue),
    ]
    for (what, name) in names where name.isEmpty || name.utf8.count > 255 || name.hasPrefix("amq.") {
      throw .invalidOption(name: what, reason: "\"\(name)\"; expected 1 to 255 bytes that don't begin with \"amq.\"")
    }
    for key in bindingKeys where key.utf8.count > 255 {
      throw .invalidOption(name: "binding key", reason: "\"\(key.prefix(40))…\" is longer than 255 bytes")
    }
    guard !bindingKeys.isEmpty else { throw .invalidOption(name: "binding keys", reason: "there are none") }
    guard queue != deadLetterQueue, exchange != deadLetterExchange else {
      throw .invalidOption(name: "dead letter names", reason: "they must differ from those of the events")
    }
    guard (3...1_000_000).contains(deliveryLimit) else {
      throw .invalidOption(name: "delivery limit", reason: "\(deliveryLimit); expected 3 to 1000000")
    }
  }
}
