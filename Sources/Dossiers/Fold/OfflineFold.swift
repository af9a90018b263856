/// The fold of a whole set of events, in memory: what a store comes to by taking them one by one.
public struct OfflineFold: Sendable {
  private let planner: DeadlinePlanner
  private let histories: [ItemID: ItemHistory]
  private let dossiers: [DossierCode: DossierCase]
  private let states: [DossierCode: DossierState]

  /// Folds `events`, given in any order. Copies of one identity count once, and voided ones not at all.
  public init(_ events: [Event], rules: Rules) {
    let standing = StandingEvents(events).events
    planner = DeadlinePlanner(
      rules: rules,
      closures: standing.compactMap { if case .closed(let closure) = $0.fact { closure } else { nil } })

    var byItem: [ItemID: [Event]] = [:]
    var notes: [DossierCode: [HeardNote]] = [:]
    for event in standing {
      if let item = event.concernedItem { byItem[item, default: []].append(event) }
      if case .noted(let note) = event.fact {
        notes[note.dossier, default: []].append(HeardNote(note: note, time: event.time, identity: event.identity))
      }
    }
    var histories: [ItemID: ItemHistory] = [:]
    var carried: [DossierCode: [CarriedShipment]] = [:]
    for (item, events) in byItem {
      let history = ItemHistory(item: item, folding: events, rules: rules)
      histories[item] = history
      for (dossier, shipment) in history.shipments.flatMap(\.carried) {
        carried[dossier, default: []].append(shipment)
      }
    }
    self.histories = histories
    let dossiers = Dictionary(
      uniqueKeysWithValues: Set(carried.keys).union(notes.keys).map { code in
        (code, DossierCase(code: code, carried: carried[code] ?? [], notes: notes[code] ?? []))
      })
    self.dossiers = dossiers
    states = dossiers.mapValues { DossierState($0, rules: rules) }
  }

  /// A report on each dossier by code, then on each item without one by item.
  public func reports(at now: Instant, unclaimedAfter: Span) -> [CaseReport] {
    let known = dossiers.values.sorted { $0.code < $1.code }.compactMap { dossier in
      states[dossier.code].map { state in
        CaseReport(
          state, histories: Set(dossier.carried.map(\.item)).compactMap { histories[$0] }, planner: planner, now: now,
          unclaimedAfter: unclaimedAfter
        ) { shipment in
          // One envelope has one collection, whatever number of dossiers it carries: the first that is told of counts.
          shipment.carried.compactMap { states[$0.dossier]?.dateTold(since: shipment.accepted) }.min()
        }
      }
    }
    let anonymous = histories.values.sorted { $0.item < $1.item }.flatMap { history in
      CaseReport.anonymous(history, planner: planner, now: now, unclaimedAfter: unclaimedAfter)
    }
    return known + anonymous
  }
}

extension Event {
  /// The item whose history the event belongs to: of a scan, or of a note that names the dossier in an envelope.
  public var concernedItem: ItemID? {
    switch fact {
    case .scanned(let scan): scan.item
    case .noted(let note): if case .received(let item, _, _) = note.saying { item } else { nil }
    default: nil
    }
  }
}
