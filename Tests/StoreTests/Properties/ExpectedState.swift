import Dossiers

/// What a set of events comes to by the core alone: the deadlines and the alerts that fire, one line each.
struct ExpectedState {
  private(set) var deadlines: Set<String> = []
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
    deadlines.insert(
      StateLine.deadline(
        owner, deadline.clock.rawValue, deadline.round,
        [
          deadline.started.microseconds, deadline.dueDate.due?.microseconds,
          deadline.dueDate.lastDay.map { Int64($0.day) }, deadline.warn?.microseconds,
          deadline.end?.at.microseconds, deadline.end.map { _ in deadline.met == nil ? 0 : 1 },
        ]))
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
  static func deadline(_ owner: String, _ clock: String, _ round: Int, _ values: [Int64?]) -> String {
    "\(owner) \(clock) \(round) " + values.map { $0.map(String.init) ?? "-" }.joined(separator: " ")
  }

  static func alert(_ owner: String, _ clock: String, _ round: Int, _ kind: String, _ since: Int64) -> String {
    "\(owner) \(clock) \(round) \(kind) \(since)"
  }
}
