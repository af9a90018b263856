import Broker
import TestSupport
import Testing

@Suite("Acknowledgements")
struct AcknowledgementTests {
  @Test("what is settled stays away, what is not comes again in order")
  func redelivery() async throws {
    let bench = try await Bench()
    try await bench.publish(["a", "b", "c", "d"])
    try await bench.consuming {
      $0.batchCount = 2
      $0.drain = .milliseconds(1)
    } _: { consumer in
      let first = try await consumer.batch()
      let second = try await consumer.batch()
      #expect(second.texts == ["c", "d"])
      consumer.settled(first)
    }
    try await bench.consuming { consumer in
      let again = try await consumer.batch()
      #expect(again.texts == ["c", "d"])
      #expect(again.deliveries.allSatisfy { $0.isRedelivered })
      consumer.settled(again)
    }
    try await expectEmpty(bench)
  }

  @Test("a batch settled out of turn is not acknowledged before those handed out before it")
  func outOfTurn() async throws {
    let bench = try await Bench()
    try await bench.publish(["a", "b"])
    try await bench.consuming {
      $0.batchCount = 1
      $0.drain = .milliseconds(1)
    } _: { consumer in
      _ = try await consumer.batch()
      consumer.settled(try await consumer.batch())
    }
    try await bench.consuming { consumer in
      let taken = try await consumer.take(2)
      #expect(taken == ["a", "b"])
    }
  }

  @Test("a batch given back comes again after a reconnection")
  func release() async throws {
    let bench = try await Bench()
    try await bench.publish(["a"])
    try await bench.consuming { consumer in
      let batch = try await consumer.batch()
      consumer.release(batch)
      #expect(try await consumer.disconnection() == .released)
      let again = try await consumer.batch()
      #expect(again.texts == ["a"])
      // Settling the batch of the old link must not touch the new one.
      consumer.settled(batch)
      consumer.settled(again)
    }
    try await expectEmpty(bench)
  }

  @Test("a consumer that is held stays away until it is resumed")
  func hold() async throws {
    let bench = try await Bench()
    try await bench.consuming { consumer in
      _ = try await consumer.next()
      consumer.hold()
      #expect(try await consumer.disconnection() == .released)
      try await bench.publish(["a"])
      await #expect(throws: WaitedInVain.self) { try await consumer.next(.seconds(2)) }
      consumer.resume()
      let taken = try await consumer.take(1)
      #expect(taken == ["a"])
    }
  }

  @Test("stopping waits for the batch in hand and acknowledges it")
  func drain() async throws {
    let bench = try await Bench()
    try await bench.publish(["a"])
    try await bench.consuming { consumer in
      let batch = try await consumer.batch()
      consumer.stop()
      #expect(try await consumer.next() == nil)
      try await Task.sleep(for: .milliseconds(300))
      consumer.settled(batch)
    }
    try await expectEmpty(bench)
  }

  private func expectEmpty(_ bench: Bench) async throws {
    try await bench.consuming { consumer in
      guard case .connected(let backlog) = try await consumer.next() else { throw ConsumerEnded() }
      #expect(backlog == 0)
    }
  }
}
