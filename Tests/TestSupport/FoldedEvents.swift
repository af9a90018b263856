public import Dossiers

/// What a set of events comes to by the core alone: its items' histories, its dossiers' states, and who plans them.
public struct FoldedEvents {
  /// The events that no voiding takes back.
  public let standing: [Event]
  /// Plans by the rules, with the closures among the events.
  public let planner: DeadlinePlanner
  /// The items.
  public let histories: [ItemHistory]
  /// The dossiers.
  public let states: [DossierCode: DossierState]

  /// Folds `events` by `rules`.
  public init(_ events: [Event], rules: Rules) {
    standing = StandingEvents(events).events
    planner = DeadlinePlanner(
      rules: rules, closures: standing.compactMap { if case .closed(let closure) = $0.fact { closure } else { nil } })
    histories = Dictionary(grouping: standing.filter { $0.concernedItem != nil }, by: \.concernedItem)
      .compactMap { item, events in item.map { ItemHistory(item: $0, folding: events, rules: rules) } }
    var evidence: [DossierCode: DossierCase] = [:]
    for event in standing {
      guard case .noted(let note) = event.fact else { continue }
      evidence[note.dossier, default: DossierCase(code: note.dossier)].add(
        HeardNote(note: note, time: event.time, identity: event.identity))
    }
    for history in histories {
      for (code, shipments) in Dictionary(grouping: history.shipments.flatMap(\.carried), by: \.dossier) {
        evidence[code, default: DossierCase(code: code)].replace(history.item, with: shipments.map(\.shipment))
      }
    }
    states = evidence.mapValues { DossierState($0, rules: rules) }
  }

  /// When the citizen first knew a date of what is in an envelope whose slip must be brought back: with the slip, the
  /// way of an envelope of several dossiers is over when the first of their dates is told.
  public func dateTold(of shipment: Shipment) -> Instant? {
    guard shipment.posting.slip else { return nil }
    return shipment.carried.compactMap { states[$0.dossier]?.dateTold(since: shipment.accepted) }.min()
  }
}
