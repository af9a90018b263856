/// What an event says: one case for each type of the contract.
public enum Fact: Sendable, Hashable {
  /// `vn.bcci.shipment.scanned.v1`
  case scanned(Scan)
  /// `vn.bcci.dossier.noted.v1`
  case noted(DeskNote)
  /// `vn.bcci.event.voided.v1`
  case voided(Voiding)
  /// `vn.bcci.scanner.alive.v1`
  case alive(SignOfLife)
  /// `vn.bcci.office.tallied.v1`
  case tallied(Tally)
  /// `vn.bcci.route.closed.v1`
  case closed(Closure)

  /// The CloudEvents type.
  public var type: EventType {
    switch self {
    case .scanned: .scanned
    case .noted: .noted
    case .voided: .voided
    case .alive: .alive
    case .tallied: .tallied
    case .closed: .closed
    }
  }

  /// The scan, where it is one.
  public var scan: Scan? {
    if case .scanned(let scan) = self { scan } else { nil }
  }
}

/// The event types of the contract, by their CloudEvents names.
public enum EventType: String, Sendable, Hashable, CaseIterable {
  /// A scan of one item at one office.
  case scanned = "vn.bcci.shipment.scanned.v1"
  /// A note of an agency's desk.
  case noted = "vn.bcci.dossier.noted.v1"
  /// An earlier event was wrong.
  case voided = "vn.bcci.event.voided.v1"
  /// A device is on.
  case alive = "vn.bcci.scanner.alive.v1"
  /// The day's hand-over list of an office.
  case tallied = "vn.bcci.office.tallied.v1"
  /// A closure: flood, landslide, force majeure.
  case closed = "vn.bcci.route.closed.v1"

  static let names = Vocabulary(allCases)
}
