import TestSupport
import Testing

@testable import Broker

@Suite("Topology at the start")
struct TopologyAtStartTests {
  /// One of our own, for users and exchanges that only an administrator can make.
  private static let starting = Task { try await PrivateBroker.start() }

  private func declaring(
    _ bench: Bench, _ body: @escaping @Sendable (borrowing Link) throws(BrokerError) -> Void
  ) async throws {
    let options = bench.options
    try await OwnThread.run(named: "test") { () throws(BrokerError) in
      let link = try Link(options, cutter: Cutter())
      try body(link)
      link.close(within: .seconds(1))
    }
  }

  /// Declares all that the topology of `bench` has, with an exchange or a queue of events that may be another, and binds
  /// nothing.
  private func declareAll(
    _ bench: Bench, exchange type: String = "topic", queue arguments: KeyValuePairs<String, Field>? = nil
  ) async throws {
    let topology = bench.topology
    try await declaring(bench) { link throws(BrokerError) in
      try link.declare(exchange: topology.deadLetterExchange, type: "fanout")
      try link.declare(exchange: topology.exchange, type: type)
      try link.declare(queue: topology.deadLetterQueue, arguments: topology.deadLetterArguments)
      try link.declare(queue: topology.queue, arguments: arguments ?? topology.queueArguments)
    }
  }

  private func refusal(_ bench: Bench) async throws -> BrokerError {
    var refusal = BrokerError.stopped
    try await bench.consuming {
      $0.topology = bench.topology
    } _: { consumer in
      refusal = try await consumer.disconnection()
    }
    return refusal
  }

  @Test("nothing is taken while an exchange is missing, the sentence says what makes it, and then it goes on by itself")
  func missingExchanges() async throws {
    let bench = try await Bench(isApplied: false)
    let topology = bench.topology
    try await declaring(bench) { link throws(BrokerError) in
      try link.declare(queue: topology.deadLetterQueue, arguments: topology.deadLetterArguments)
      try link.declare(queue: topology.queue, arguments: topology.queueArguments)
    }
    try await bench.consuming {
      $0.topology = topology
    } _: { consumer in
      let dead = try await consumer.disconnection()
      guard case .missing(.exchange(topology.deadLetterExchange), _) = dead else { throw dead }
      try await declaring(bench) { link throws(BrokerError) in
        try link.declare(exchange: topology.deadLetterExchange, type: "fanout")
      }
      try await waitUntil("the other exchange is missed") {
        let error = try await consumer.disconnection()
        guard case .missing(.exchange(topology.exchange), _) = error else { return false }
        #expect(error.description.contains("dossierctl topology apply"))
        #expect(error.description.contains("run --declare"))
        return true
      }
      try await topology.apply(bench.options)
      try await bench.publish(["a"])
      #expect(try await consumer.take(1) == ["a"])
    }
  }

  @Test("what was made anew without its bindings, as by a start that crossed a deletion, is bound by the next start")
  func unbound() async throws {
    let bench = try await Bench(isApplied: false)
    let topology = bench.topology
    try await declareAll(bench)
    try await bench.consuming {
      $0.topology = topology
      $0.queues = [topology.queue, topology.deadLetterQueue]
    } _: { consumer in
      guard case .connected = try await consumer.next() else { throw ConsumerEnded() }
      try await bench.publish(["a"])
      #expect(try await consumer.take(1) == ["a"])
      _ = try await bench.publisher.publish([
        OutgoingMessage(exchange: topology.deadLetterExchange, routingKey: "", body: Array("dead".utf8), messageID: "d")
      ])
      #expect(try await consumer.take(1) == ["dead"])
    }
  }

  @Test("a queue with a delivery limit and no dead letter exchange is refused, whatever the limit")
  func noDeadLetters() async throws {
    for limit in [5, 20] {
      let bench = try await Bench(isApplied: false)
      let topology = bench.topology
      try await declareAll(bench, queue: ["x-queue-type": .text("quorum"), "x-delivery-limit": .number(limit)])
      let error = try await refusal(bench)
      guard case .differs(.queue(topology.queue), _) = error else { throw error }
      #expect(error.description.contains("drops in silence"))
    }
  }

  @Test("an exchange of events that is no topic exchange is refused")
  func wrongType() async throws {
    let bench = try await Bench(isApplied: false)
    let topology = bench.topology
    try await declareAll(bench, exchange: "direct")
    let error = try await refusal(bench)
    guard case .differs(.exchange(topology.exchange), let text) = error else { throw error }
    #expect(text.contains("topic"))
  }

  @Test("another delivery limit loses nothing and stops nothing")
  func otherLimit() async throws {
    let bench = try await Bench(deliveryLimit: 20)
    var other = bench.topology
    other.deliveryLimit = 7
    try await bench.publish(["a"])
    try await bench.consuming {
      $0.topology = other
    } _: { consumer in
      let happening = try await consumer.next()
      guard case .connected(backlog: 1) = happening else { throw ConsumerEnded() }
      #expect(try await consumer.take(1) == ["a"])
    }
  }

  @Test("a user who may only read the queues is let in, as the broker does not tell him the form of what is there")
  func reader() async throws {
    let broker = try await Self.starting.value
    let owner = try await Bench(broker)
    let queues = "^(\(owner.topology.queue)|\(owner.topology.deadLetterQueue))$"
    try await broker.control("add_user", "reader", "reader")
    try await broker.control("set_permissions", "reader", "^$", "^$", queues)
    var bench = owner
    bench.options.address = try BrokerAddress(
      user: "reader", password: "reader", host: owner.options.address.host, port: owner.options.address.port)
    var other = owner.topology
    other.deliveryLimit = 7
    try await owner.publish(["a"])
    try await bench.consuming {
      $0.topology = other
      $0.queues = [other.queue, other.deadLetterQueue]
    } _: { consumer in
      let taken = try await consumer.take(1)
      #expect(taken == ["a"])
    }
  }

  @Test("an exchange with arguments of its owner's is taken as it is")
  func alternateExchange() async throws {
    let broker = try await Self.starting.value
    let bench = try await Bench(broker, isApplied: false)
    let topology = bench.topology
    try await broker.control(
      "eval",
      """
      rabbit_exchange:declare(rabbit_misc:r(<<"/">>, exchange, <<"\(topology.exchange)">>), topic, true, false, false, \
      [{<<"alternate-exchange">>, longstr, <<"elsewhere">>}], <<"owner">>).
      """)
    try await declaring(bench) { link throws(BrokerError) in
      try link.declare(exchange: topology.deadLetterExchange, type: "fanout")
      try link.declare(queue: topology.deadLetterQueue, arguments: topology.deadLetterArguments)
      try link.declare(queue: topology.queue, arguments: topology.queueArguments)
      for key in topology.bindingKeys { try link.bind(queue: topology.queue, exchange: topology.exchange, key: key) }
    }
    try await bench.publish(["a"])
    try await bench.consuming {
      $0.topology = topology
    } _: { consumer in
      let taken = try await consumer.take(1)
      #expect(taken == ["a"])
    }
  }
}
