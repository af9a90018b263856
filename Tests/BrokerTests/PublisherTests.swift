import Broker
import TestSupport
import Testing

@Suite("Publishing")
struct PublisherTests {
  @Test("a message for which no queue is bound comes back, those around it are confirmed")
  func returned() async throws {
    let bench = try await Bench()
    let messages = [
      bench.message("a"), bench.message("b", key: "nowhere"), bench.message("c"), bench.message("d", key: "nowhere"),
    ]
    let nowhere = PublishOutcome.returned(code: 312, text: "NO_ROUTE")
    #expect(try await bench.publisher.publish(messages) == [.confirmed, nowhere, .confirmed, nowhere])
  }

  @Test("more messages than the window are all confirmed, and arrive in order")
  func window() async throws {
    let bench = try await Bench()
    let texts = (0..<5_000).map(String.init)
    #expect(try await bench.publish(texts) == Array(repeating: .confirmed, count: 5_000))
    try await bench.consuming {
      $0.prefetch = 4_096
    } _: { consumer in
      let taken = try await consumer.take(5_000)
      #expect(taken == texts)
    }
  }

  @Test("a missing exchange is named, and the next call works again")
  func missingExchange() async throws {
    let bench = try await Bench()
    var message = bench.message("a")
    message.exchange = "not-there"
    let error = await #expect(throws: BrokerError.self) { try await bench.publisher.publish([message]) }
    guard case .missing(.exchange("not-there"), _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(try await bench.publish(["b"]) == [.confirmed])
  }

  @Test("a false user id is refused by the broker")
  func falseUser() async throws {
    let bench = try await Bench()
    var message = bench.message("a")
    message.userID = "somebody"
    let error = await #expect(throws: BrokerError.self) { try await bench.publisher.publish([message]) }
    guard case .closedByBroker(406, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test("a key that no frame can carry is refused before anything is sent")
  func longKey() async throws {
    let bench = try await Bench()
    let message = bench.message("a", key: String(repeating: "k", count: 256))
    await #expect(throws: BrokerError.self) { try await bench.publisher.publish([message]) }
  }

  @Test("a wrong password and an address where nobody listens are told apart")
  func noLogin() async throws {
    let bench = try await Bench(isApplied: false)
    let address = bench.options.address
    let wrong = try BrokerAddress(user: "guest", password: "wrong", host: address.host, port: address.port)
    let absent = try BrokerAddress(host: address.host, port: 1)
    let refused = await #expect(throws: BrokerError.self) {
      try await bench.topology.missing(BrokerOptions(address: wrong))
    }
    guard case .loginRefused("guest", "/", _, _) = refused else {
      Issue.record("\(String(describing: refused))")
      return
    }
    let unreachable = await #expect(throws: BrokerError.self) {
      try await bench.topology.missing(BrokerOptions(address: absent))
    }
    guard case .unreachable = unreachable else {
      Issue.record("\(String(describing: unreachable))")
      return
    }
  }

  @Test("after it is closed, a publisher says so")
  func closed() async throws {
    let bench = try await Bench()
    try await bench.publish(["a"])
    await bench.publisher.close()
    await #expect(throws: BrokerError.stopped) { try await bench.publish(["b"]) }
  }
}
