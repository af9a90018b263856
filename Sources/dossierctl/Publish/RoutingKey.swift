import Dossiers

/// The routing keys of the contract.
enum RoutingKey {
  /// The key for what names no sender: it reaches the queue of events all the same.
  static let unknown = "postoffice.unknown"

  /// The key of a source; nil for an operator, who is never heard from the queue.
  static func of(_ source: EventSource) -> String? {
    switch source.party {
    case .scanner(let office, _): "postoffice.\(office)"
    case .desk(let agency, _): "agency.\(agency)"
    case .operator: nil
    }
  }
}
