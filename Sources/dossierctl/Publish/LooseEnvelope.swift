import Dossiers
import Foundation

/// As much of an event's envelope as can be read from what may be none.
struct LooseEnvelope {
  /// The id, where there is one that AMQP can carry.
  let id: String?
  /// The key of the source, where it has a known form.
  let routingKey: String

  private struct Members: Decodable {
    let id: String?
    let source: String?
  }

  init(_ body: [UInt8]) {
    let members = try? JSONDecoder().decode(Members.self, from: Data(body))
    id = members?.id.flatMap { $0.utf8.count <= 255 ? $0 : nil }
    routingKey = members?.source.flatMap { EventSource($0) }.flatMap(RoutingKey.of) ?? RoutingKey.unknown
  }
}
