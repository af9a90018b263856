import Broker
import TestSupport
import Testing

@Suite("Recovery")
struct RecoveryTests {
  @Test("heartbeats go on while a batch is in hand for longer than two of them")
  func heartbeats() async throws {
    var bench = try await Bench()
    bench.options.heartbeat = 2
    try await bench.publish(["a"])
    try await bench.consuming { consumer in
      let batch = try await consumer.batch()
      await #expect(throws: WaitedInVain.self) { try await consumer.next(.seconds(6)) }
      consumer.settled(batch)
    }
    try await bench.consuming { consumer in
      guard case .connected(let backlog) = try await consumer.next() else { throw ConsumerEnded() }
      #expect(backlog == 0)
    }
  }

  @Test("a deleted queue is noticed, and consumed again once it is back")
  func deletedQueue() async throws {
    let bench = try await Bench()
    try await bench.consuming { consumer in
      _ = try await consumer.next()
      try await ProcessRunner.succeed("amqp-delete-queue", ["--url", bench.uri, "-q", bench.topology.queue])
      #expect(try await consumer.disconnection() == .consumerCancelled(queue: bench.topology.queue))
      let error = try await consumer.disconnection()
      guard case .missing(.queue(bench.topology.queue), _) = error else { throw error }
      try await bench.topology.apply(bench.options)
      try await bench.publish(["a"])
      let taken = try await consumer.take(1)
      #expect(taken == ["a"])
    }
  }

  @Test("a restarted broker is found again, and nothing is lost; an alarm ends publishing in words, not in a hang")
  func restart() async throws {
    let broker = try await PrivateBroker.start()
    let bench = try await Bench(broker)
    try await bench.publish(["a"])
    try await bench.consuming { consumer in
      _ = try await consumer.batch()
      try await broker.stop()
      _ = try await consumer.disconnection()
      try await broker.restart()
      #expect(try await consumer.take(1) == ["a"])
      #expect(try await bench.publishing(["b"]) == [.confirmed])
      #expect(try await consumer.take(1) == ["b"])
    }

    try await broker.control("set_vm_memory_high_watermark", "absolute", "1MB")
    try await waitUntil("the alarm") {
      try await broker.control("eval", "rabbit_alarm:get_alarms().").contains("memory")
    }
    let publisher = try Publisher(bench.options, PublisherOptions(deadline: .seconds(3)), logger: Bench.logger)
    // The broker lets the first message of a link pass and reads no more after it.
    for size in [10, 30_000_000] {
      let message = OutgoingMessage(
        exchange: bench.topology.exchange, routingKey: "agency.x", body: [UInt8](repeating: 1, count: size))
      let error = await #expect(throws: BrokerError.self) {
        try await within("the deadline", .seconds(8)) {
          try await publisher.publish([bench.message("first"), message, message])
        }
      }
      #expect(error?.description.contains("alarms") == true)
    }
    await publisher.close()
    try await broker.stop()
  }
}

extension Bench {
  /// Publishes again until it works, as a caller does when the link was lost.
  func publishing(_ texts: [String]) async throws -> [PublishOutcome] {
    var outcomes: [PublishOutcome]?
    try await waitUntil("a publish that works") {
      outcomes = try? await publish(texts)
      return outcomes != nil
    }
    return outcomes ?? []
  }
}
