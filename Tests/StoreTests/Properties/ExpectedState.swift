import Dossiers

/// What a set of events comes to by the core alone, once all that is due is raised: when the clocks of an item or a
/// dossier change next by themselves, and the alerts that fire, one line each.
struct ExpectedState {
  private var looks: [String: Instant] = [:]
  private(set) var firing: Set<String> = []

  init(_ events: [Event], rules: Rules, at now: Instant) {
    let standing = StandingEvents(events).events
    let planner = DeadlinePlanner(
      rules: rules, closures: standing.compactMap { if case .closed(let closure) = $0.fact { closure } else { nil } })
    let histories = Dictionary(grouping: standing.filter { $0.concernedItem != nil }, by: \.concernedItem)
      .compactMap { item, events in item.map { ItemHistory(item: $0, folding: events, rules: rules) } }
    let states = ExpectedState.states(standing, histories, rules)

    for history in histories {
      for shipment in history.shipments {
        // With the slip, the way of an envelope of several dossiers is over when the first of their dates is told.
        let told = shipment.carried.compactMap { states[$0.dossier]?.dateTold(since: shipment.accepted) }.min()
        for deadline in planner.deadlines(of: shipment, dateTold: shipment.posting.slip ? told : nil) {
          add(deadline, of: history.item.text, at: now)
        }
      }
      for alert in history.mishapAlerts { add(alert, of: history.item.text) }
    }
    for state in states.values {
      for deadline in planner.deadlines(of: state) { add(deadline, of: state.code.text, at: now) }
    }
  }

  /// The owners whose clocks are looked at too late, never, or for ever; one looked at early is looked at again.
  func misses(in kept: KeptState) -> [String] {
    Set(looks.keys).union(kept.looks.keys).filter { owner in
      guard let wanted = looks[owner], let planned = kept.looks[owner] else { return true }
      return planned > wanted
    }.map { "\($0) is looked at \(kept.looks[$0]?.rfc3339 ?? "never"), wanted \(looks[$0]?.rfc3339 ?? "never")" }
  }

  private static func states(
    _ standing: [Event], _ histories: [ItemHistory], _ rules: Rules
  ) -> [DossierCode: DossierState] {
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
    return evidence.mapValues { DossierState($0, rules: rules) }
  }

  private mutating func add(_ deadline: Deadline, of owner: String, at now: Instant) {
    if deadline.end == nil {
      let look = deadline.nextChange(after: now) ?? .distantFuture
      looks[owner] = min(looks[owner] ?? look, look)
    }
    if let alert = deadline.alert(at: now) { add(alert, of: owner) }
  }

  private mutating func add(_ alert: Alert, of owner: String) {
    guard alert.state == .firing else { return }
    firing.insert(
      StateLine.alert(
        owner, alert.clock?.rawValue ?? alert.kind.rawValue, alert.round, alert.kind.rawValue,
        alert.since.microseconds))
  }
}

/// The lines in which a state expected and a state kept are compared.
enum StateLine {
  static func alert(_ owner: String, _ clock: String, _ round: Int, _ kind: String, _ since: Int64) -> String {
    "\(owner) \(clock) \(round) \(kind) \(since)"
  }
}
