import Testing

@testable import Broker
@testable import Daemon

struct SuspicionTests {
  private func delivery(_ text: String, again: Bool, queue: String = "events") -> Delivery {
    Delivery(queue: queue, isRedelivered: again, body: Array(text.utf8))
  }

  private func texts(_ deliveries: [Delivery]) -> [String] {
    deliveries.map { String(decoding: $0.body, as: UTF8.self) }
  }

  @Test("after a link that was merely lost, thousands of messages that come again are taken together")
  func lostLink() {
    var suspicion = Suspicion(queue: "events", isOpen: false)
    let parts = suspicion.parted((0..<4000).map { delivery("\($0)", again: true) })
    #expect(parts.suspects.isEmpty && parts.others.count == 4000)
  }

  @Test("after a crash what comes again is tried alone, until the first new event; a new dead letter proves nothing")
  func crash() {
    var suspicion = Suspicion(queue: "events", isOpen: true)
    let first = suspicion.parted([
      delivery("a", again: true), delivery("b", again: false, queue: "dead"), delivery("c", again: true),
    ])
    #expect(texts(first.suspects) == ["a", "c"] && texts(first.others) == ["b"])
    let second = suspicion.parted([
      delivery("d", again: true), delivery("e", again: false), delivery("f", again: true),
    ])
    #expect(texts(second.suspects) == ["d"] && texts(second.others) == ["e", "f"])
    #expect(!suspicion.isOpen)
  }
}
