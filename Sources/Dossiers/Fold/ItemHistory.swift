/// All that is known of one item: its shipments, and the scans that no acceptance claims yet.
///
/// The fold goes over the item's events in the order of the story, so it ends in the same state whatever the order of
/// their arrival; an event that sorts last extends it.
public struct ItemHistory: Sendable, Hashable {
  /// How long after its acceptance a shipment claims scans.
  public static let reachAfter = Span.days(120)
  /// How long before its acceptance a shipment claims scans that nothing else claims.
  public static let reachBefore = Span.days(30)

  /// The item.
  public let item: ItemID
  /// The shipments, by acceptance.
  public private(set) var shipments: [Shipment] = []
  /// Events that wait for an acceptance.
  public private(set) var waiting: [Event] = []
  /// The place in the story of the last event taken, without its identity.
  public private(set) var last: Place?

  /// An instant and a rank: what tells, but for ties, whether an event sorts last.
  public struct Place: Sendable, Hashable, Comparable {
    /// When.
    public let time: Instant
    /// The rank of the milestone.
    public let rank: UInt8

    /// The place of an event of this rank.
    public init(time: Instant, rank: UInt8) {
      self.time = time
      self.rank = rank
    }

    /// Earlier in the story comes first.
    public static func < (lhs: Place, rhs: Place) -> Bool {
      lhs.time == rhs.time ? lhs.rank < rhs.rank : lhs.time < rhs.time
    }
  }

  /// An item of which nothing is known.
  public init(item: ItemID) {
    self.item = item
  }

  /// An item as a store kept it; only one without waiting events can be kept.
  public init(item: ItemID, shipments: [Shipment], last: Place?) {
    self.item = item
    self.shipments = shipments
    self.last = last
  }

  /// The fold of the `events` of one item, in any order: scans of it, and desks' notes that name its dossier.
  public init(item: ItemID, folding events: [Event], rules: Rules) {
    self.init(item: item)
    for event in events.sorted(by: { $0.order < $1.order }) { _ = take(event, rules: rules) }
  }

  /// Takes `event` if it sorts last in the story, and says what it changed; nil where the item must be folded anew.
  public mutating func extend(with event: Event, rules: Rules) -> Effects? {
    let place = Place(time: event.time, rank: event.rank)
    // A tie is broken by identity, which is not kept.
    if let last, last >= place { return nil }
    return take(event, rules: rules)
  }

  private mutating func take(_ event: Event, rules: Rules) -> Effects {
    last = Place(time: event.time, rank: event.rank)
    if case .scanned(let scan) = event.fact, let posting = scan.posting, !hasStandingShipment(at: event.time) {
      return accept(scan, posting, event, rules: rules)
    }
    guard let current = shipments.indices.last,
      event.time.since(shipments[current].accepted) <= ItemHistory.reachAfter
    else {
      waiting.append(event)
      return []
    }
    return shipments[current].take(event, rules: rules)
  }

  /// Whether a shipment that has not ended still reaches to `time`, so that an acceptance then is a second one.
  private func hasStandingShipment(at time: Instant) -> Bool {
    guard let current = shipments.last, current.end == nil else { return false }
    return time.since(current.accepted) <= ItemHistory.reachAfter
  }

  private mutating func accept(_ scan: Scan, _ posting: Posting, _ event: Event, rules: Rules) -> Effects {
    var shipment = Shipment(
      item: item, round: shipments.count + 1, acceptance: event.identity, accepted: event.time, office: scan.office,
      posting: posting, destination: posting.destination,
      lastSeen: Shipment.Sighting(time: event.time, office: scan.office, milestone: .accepted))
    let earliest = event.time.advanced(by: -ItemHistory.reachBefore)
    for early in waiting where early.time >= earliest { _ = shipment.take(early, rules: rules) }
    waiting.removeAll { $0.time >= earliest }
    shipments.append(shipment)
    return [.clocks, .dossiers]
  }
}

extension Shipment {
  fileprivate mutating func take(_ event: Event, rules: Rules) -> Effects {
    switch event.fact {
    case .scanned(let scan):
      return take(scan, event, rules: rules)
    case .noted(let note):
      guard case .received(_, let procedure, let promised) = note.saying else { return [] }
      return name(note.dossier, procedure: procedure, promised: promised, by: note, event, rules: rules)
    default:
      return []
    }
  }
}
