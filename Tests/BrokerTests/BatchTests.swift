import Broker
import TestSupport
import Testing

@Suite("Batches")
struct BatchTests {
  private let numbers = (0..<100).map(String.init)

  @Test("a full batch does not wait for its linger")
  func byCount() async throws {
    let bench = try await Bench()
    try await bench.publish(numbers)
    try await bench.consuming {
      $0.batchCount = 10
      $0.linger = .seconds(600)
    } _: { consumer in
      for start in stride(from: 0, to: 100, by: 10) {
        let batch = try await consumer.batch()
        #expect(batch.texts == Array(numbers[start..<(start + 10)]))
        consumer.settled(batch)
      }
    }
  }

  @Test("a batch holds no more bytes than allowed")
  func byBytes() async throws {
    let bench = try await Bench()
    try await bench.publish((0..<10).map { "\($0)" + String(repeating: "x", count: 999) })
    try await bench.consuming {
      $0.batchBytes = 3_000
    } _: { consumer in
      var sizes: [Int] = []
      while sizes.reduce(0, +) < 10 {
        let batch = try await consumer.batch()
        sizes.append(batch.deliveries.count)
        consumer.settled(batch)
      }
      #expect(sizes.allSatisfy { $0 <= 3 })
    }
  }

  @Test("a batch that does not fill is handed over after its linger")
  func byLinger() async throws {
    let bench = try await Bench()
    try await bench.consuming {
      $0.linger = .milliseconds(300)
    } _: { consumer in
      _ = try await consumer.next()
      try await bench.publish(["a", "b", "c"])
      let batch = try await consumer.batch()
      #expect(batch.texts == ["a", "b", "c"])
      consumer.settled(batch)
    }
  }

  @Test("while a batch is in hand the next one grows")
  func growing() async throws {
    let bench = try await Bench()
    try await bench.consuming { consumer in
      try await bench.publish(["first"])
      let first = try await consumer.batch()
      try await bench.publish(numbers)
      let second = try await consumer.batch()
      #expect(second.deliveries.count > 1)
      consumer.settled(first)
      consumer.settled(second)
    }
  }

  @Test("a receiver that settles nothing gets no more than the prefetch")
  func backPressure() async throws {
    let bench = try await Bench()
    try await bench.publish(numbers)
    try await bench.consuming {
      $0.prefetch = 30
      $0.batchCount = 10
      $0.drain = .milliseconds(1)
    } _: { consumer in
      var held: [Batch] = []
      // The first was asked for; the prefetch bounds what is sent unasked.
      while held.reduce(0, { $0 + $1.deliveries.count }) < 31 { held.append(try await consumer.batch()) }
      await #expect(throws: WaitedInVain.self) { try await consumer.next(.seconds(1)) }
      for batch in held { consumer.settled(batch) }
      #expect(try await consumer.take(69).count == 69)
    }
  }

  @Test("waiting bytes beyond the bound stop the reading until the receiver takes some")
  func waitingBytes() async throws {
    let bench = try await Bench()
    let texts = (0..<60).map { "\($0)" + String(repeating: "y", count: 100_000) }
    try await bench.publish(texts)
    try await bench.consuming {
      $0.waitingBytes = 300_000
      $0.batchCount = 2
    } _: { consumer in
      let taken = try await consumer.take(60)
      #expect(taken == texts)
    }
  }
}
