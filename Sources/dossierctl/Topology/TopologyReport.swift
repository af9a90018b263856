import Broker

/// What is at the broker and what is missing there.
struct TopologyReport {
  private let things: [Thing]

  private struct Thing: Encodable {
    let kind: String
    let name: String
    let present: Bool
  }

  init(_ topology: Topology, missing: [BrokerError.Thing]) {
    things = [
      ("exchange", topology.exchange, BrokerError.Thing.exchange(topology.exchange)),
      ("queue", topology.queue, .queue(topology.queue)),
      ("exchange", topology.deadLetterExchange, .exchange(topology.deadLetterExchange)),
      ("queue", topology.deadLetterQueue, .queue(topology.deadLetterQueue)),
    ].map { Thing(kind: $0, name: $1, present: !missing.contains($2)) }
  }

  /// Prints it.
  func show(isJSON: Bool) throws {
    var output = Output()
    if isJSON {
      for thing in things { try output.json(thing) }
    } else {
      var table = Table("kind", "name", "state")
      for thing in things { table.add(thing.kind, thing.name, thing.present ? "present" : "missing") }
      try output.table(table)
    }
    try output.flush()
  }
}
