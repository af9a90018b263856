import Broker
import TestSupport
import Testing

/// Silence means something only when what waited is known.
@Suite("Backlog")
struct BacklogTests {
  @Test("what waits is counted, and the message that was taken to count it comes first")
  func counted() async throws {
    let bench = try await Bench()
    try await bench.publish(["a", "b", "c"])
    try await bench.consuming { consumer in
      guard case .connected(let backlog) = try await consumer.next() else { throw ConsumerEnded() }
      #expect(backlog == 3)
      #expect(try await consumer.take(3) == ["a", "b", "c"])
    }
    try await bench.consuming { consumer in
      guard case .connected(let backlog) = try await consumer.next() else { throw ConsumerEnded() }
      #expect(backlog == 0)
    }
  }

  @Test("while it consumes, the queue is asked after what is ready beyond what was handed out")
  func askedAgain() async throws {
    let bench = try await Bench()
    try await bench.consuming({ options in
      options.prefetch = 2
      options.asking = .milliseconds(100)
    }) { consumer in
      #expect(consumer.ready == nil)
      guard case .connected = try await consumer.next() else { throw ConsumerEnded() }
      try await bench.publish(["a", "b", "c", "d", "e"])
      try await waitUntil("three are ready") { consumer.ready == 3 }
      #expect(try await consumer.take(5) == ["a", "b", "c", "d", "e"])
      try await waitUntil("nothing is ready") { consumer.ready == 0 }
    }
  }

  @Test("a queue whose leader is slow to answer is not taken for an empty one")
  func slowLeader() async throws {
    let broker = try await PrivateBroker.start()
    let bench = try await Bench(broker)
    try await bench.publish(["a", "b", "c"])
    // The leader stands still for long enough that the consumer comes meanwhile.
    try await broker.control(
      "eval",
      """
      {ok, Queue} = rabbit_amqqueue:lookup(rabbit_misc:r(<<"/">>, queue, <<"\(bench.topology.queue)">>)),
      Leader = amqqueue:get_pid(Queue),
      ok = sys:suspend(Leader),
      spawn(fun() -> timer:sleep(2500), sys:resume(Leader) end).
      """)
    try await bench.consuming { consumer in
      guard case .connected(let backlog) = try await consumer.next() else { throw ConsumerEnded() }
      #expect(backlog == 3)
    }
  }
}
