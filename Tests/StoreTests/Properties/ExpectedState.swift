import Dossiers
import TestSupport

/// What a set of events comes to by the core alone, once all that is due is raised: when the clocks of an item or a
/// dossier change next by themselves, and the alerts that fire, one line each.
struct ExpectedState {
  private var looks: [String: Instant] = [:]
  private(set) var firing: Set<String> = []

  init(_ events: [Event], rules: Rules, at now: Instant) {
    let folded = FoldedEvents(events, rules: rules)
    for history in folded.histories {
      for shipment in history.shipments {
        for deadline in folded.planner.deadlines(of: shipment, dateTold: folded.dateTold(of: shipment)) {
          add(deadline, of: history.item.text, at: now)
        }
      }
      for alert in history.mishapAlerts { add(alert, of: history.item.text) }
    }
    for state in folded.states.values {
      for deadline in folded.planner.deadlines(of: state) { add(deadline, of: state.code.text, at: now) }
    }
  }

  /// The owners whose clocks are looked at too late, never, or for ever; one looked at early is looked at again.
  func misses(in kept: KeptState) -> [String] {
    Set(looks.keys).union(kept.looks.keys).filter { owner in
      guard let wanted = looks[owner], let planned = kept.looks[owner] else { return true }
      return planned > wanted
    }.map { "\($0) is looked at \(kept.looks[$0]?.rfc3339 ?? "never"), wanted \(looks[$0]?.rfc3339 ?? "never")" }
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
