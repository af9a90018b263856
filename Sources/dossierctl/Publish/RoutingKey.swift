import Dossiers

/// The routing keys of the contract.
enum RoutingKey {
  /// Who has a routing key of its own.
  enum Owner {
    case office(OfficeCode)
    case agency(AgencyCode)

    /// The code, which is also the name of its user at the broker.
    var code: String {
      switch self {
      case .office(let office): office.text
      case .agency(let agency): agency.text
      }
    }

    var routingKey: String {
      switch self {
      case .office(let office): "postoffice.\(office)"
      case .agency(let agency): "agency.\(agency)"
      }
    }
  }

  /// The key for what names no sender: it reaches the queue of events all the same.
  static let unknown = "postoffice.unknown"

  /// The key of a source; nil for an operator, who is never heard from the queue.
  static func of(_ source: EventSource) -> String? {
    switch source.party {
    case .scanner(let office, _): Owner.office(office).routingKey
    case .desk(let agency, _): Owner.agency(agency).routingKey
    case .operator: nil
    }
  }
}
