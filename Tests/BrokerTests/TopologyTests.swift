import Broker
import Testing

@Suite("Topology")
struct TopologyTests {
  @Test("what is missing is named with the command that makes it, and applying it twice is fine")
  func applying() async throws {
    let bench = try await Bench(isApplied: false)
    let topology = bench.topology
    #expect(
      try await topology.missing(bench.options) == [
        .exchange(topology.exchange), .queue(topology.queue), .exchange(topology.deadLetterExchange),
        .queue(topology.deadLetterQueue),
      ])
    let error = await #expect(throws: BrokerError.self) { try await topology.verify(bench.options) }
    #expect(error?.description.contains("dossierctl topology apply") == true)
    #expect(error?.description.contains(topology.exchange) == true)

    try await topology.apply(bench.options)
    try await topology.apply(bench.options)
    #expect(try await topology.missing(bench.options).isEmpty)
    try await topology.verify(bench.options)
  }

  @Test("a queue with other arguments is refused with the broker's words")
  func differing() async throws {
    let bench = try await Bench(deliveryLimit: 20)
    var other = bench.topology
    other.deliveryLimit = 7
    let error = await #expect(throws: BrokerError.self) { try await other.apply(bench.options) }
    guard case .differs(.queue(other.queue), let text) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(text.contains("x-delivery-limit"))
  }

  @Test("names and limits that would lose messages are refused")
  func refusing() async throws {
    #expect(throws: BrokerError.self) { try Topology(queue: "").check() }
    #expect(throws: BrokerError.self) { try Topology(deliveryLimit: 0).check() }
    #expect(throws: BrokerError.self) { try Topology(queue: "a", deadLetterQueue: "a").check() }
    #expect(throws: BrokerError.self) { try Topology(bindingKeys: []).check() }
  }
}
