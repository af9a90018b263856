import Broker
import Foundation
import TestSupport
import Testing

@Suite("Deliveries")
struct DeliveryTests {
  @Test("a message comes out as it went in")
  func roundTrip() async throws {
    let bench = try await Bench()
    let message = OutgoingMessage(
      exchange: bench.topology.exchange, routingKey: "postoffice.381100", body: Array("{}".utf8),
      contentType: "application/cloudevents+json", messageID: "01JNB5WQ8Y", userID: "guest")
    #expect(try await bench.publisher.publish([message]) == [.confirmed])
    try await bench.consuming { consumer in
      guard case .connected(let backlog) = try await consumer.next() else { throw ConsumerEnded() }
      #expect(backlog == 1)
      let batch = try await consumer.batch()
      let delivery = try #require(batch.deliveries.first)
      #expect(delivery.body == message.body)
      #expect(delivery.queue == bench.topology.queue)
      #expect(delivery.exchange == message.exchange)
      #expect(delivery.routingKey == message.routingKey)
      #expect(delivery.contentType == message.contentType)
      #expect(delivery.messageID == message.messageID)
      #expect(delivery.userID == "guest")
      #expect(!delivery.isRedelivered)
      #expect(delivery.truncatedFrom == nil)
      #expect(delivery.death == nil)
      consumer.settled(batch)
    }
  }

  @Test("a message of a foreign publisher is taken")
  func foreign() async throws {
    let bench = try await Bench()
    try await ProcessRunner.succeed(
      "amqp-publish",
      ["--url", bench.uri, "-e", bench.topology.exchange, "-r", "agency.H18.101", "-b", "xin chào", "-p"])
    try await bench.consuming { consumer in
      let taken = try await consumer.take(1)
      #expect(taken == ["xin chào"])
    }
  }

  @Test("an empty body is a delivery like any other")
  func empty() async throws {
    let bench = try await Bench()
    try await bench.publish(["", "after"])
    try await bench.consuming { consumer in
      let taken = try await consumer.take(2)
      #expect(taken == ["", "after"])
    }
  }

  @Test("a huge body is cut to the limit, says its size, and harms nothing after it")
  func huge() async throws {
    let bench = try await Bench()
    let size = 20_000_000
    let large = OutgoingMessage(
      exchange: bench.topology.exchange, routingKey: "agency.x", body: [UInt8](repeating: 7, count: size))
    #expect(try await bench.publisher.publish([large, bench.message("next")]) == [.confirmed, .confirmed])
    try await bench.consuming {
      $0.bodyLimit = 1_000_000
      $0.batchBytes = 500_000
    } _: { consumer in
      let first = try await consumer.batch()
      #expect(first.deliveries.count == 1)
      #expect(first.deliveries.first?.body == [UInt8](repeating: 7, count: 1_000_000))
      #expect(first.deliveries.first?.truncatedFrom == size)
      consumer.settled(first)
      let taken = try await consumer.take(1)
      #expect(taken == ["next"])
    }
  }

  @Test("a dead letter says why, where and how often it died")
  func deadLetter() async throws {
    let bench = try await Bench(deliveryLimit: 3)
    try await bench.publish(["poison"])
    try await bench.consuming {
      $0.queues = [bench.topology.queue, bench.topology.deadLetterQueue]
    } _: { consumer in
      for expected in 0...3 {
        let batch = try await consumer.batch()
        #expect(batch.deliveries.first?.deliveryCount == expected)
        #expect(batch.deliveries.first?.isRedelivered == (expected > 0))
        consumer.release(batch)
      }
      let dead = try await consumer.batch()
      let delivery = try #require(dead.deliveries.first)
      #expect(delivery.queue == bench.topology.deadLetterQueue)
      #expect(delivery.death?.reason == "delivery_limit")
      #expect(delivery.death?.queue == bench.topology.queue)
      #expect(delivery.death?.count == 1)
      #expect(dead.texts == ["poison"])
      consumer.settled(dead)
    }
  }
}
