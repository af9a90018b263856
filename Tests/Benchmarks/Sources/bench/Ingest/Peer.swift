import Broker

/// Another program that drains the same events, to compare with.
struct Peer: Sendable {
  /// Messages that a peer takes in one transaction.
  private static let batch = 512

  let name: String
  private let command: [String]

  /// Those that are at hand.
  static func all(_ places: Places) -> [Peer] {
    [
      places.ceiling.map { Peer(name: "ceiling", command: [$0]) },
      places.pika.map { Peer(name: "pika", command: ["/usr/bin/python3", $0]) },
    ].compactMap(\.self)
  }

  /// The queue that is its own.
  var queue: String { "bench.\(name)" }

  /// Lets it drain `count` events from its queue, and returns the events a second that it counted itself.
  func run(_ count: Int, _ bench: Workbench) async throws -> Double {
    let database = try bench.folder("peer") + "/\(name).sqlite"
    let arguments = command.dropFirst() + [queue, "\(count)", "\(Peer.batch)", database]
    let child = try Child(
      command[0], Array(arguments), environment: ["AMQP_PORT": "\(bench.broker.address.port)"])
    let said = try await child.finish(within: .seconds(120))
    guard let words = said.last?.split(separator: " "), words.last == "events/s",
      let rate = words.dropLast().last.flatMap({ Double($0) })
    else { throw BenchError.unsaid(program: name, expected: "events/s", said: said) }
    return rate
  }
}
