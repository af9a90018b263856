public import Dossiers

extension CaseReport {
  /// The deadline of `clock` in its `round`, or nil.
  public func deadline(_ clock: ClockKind, round: Int = 1) -> Deadline? {
    deadlines.first { $0.clock == clock && $0.round == round }
  }

  /// The state of a deadline at the report's instant, or nil where there is none.
  public func state(_ clock: ClockKind, round: Int = 1) -> Deadline.State? {
    deadline(clock, round: round)?.state(at: now)
  }

  /// The last day of a deadline as text, or nil.
  public func lastDay(_ clock: ClockKind, round: Int = 1) -> String? {
    deadline(clock, round: round)?.dueDate.lastDay?.description
  }

  /// Each alert as `clock kind round state`; a mishap has no clock.
  public var alertLines: [String] {
    alerts.map { alert in
      [alert.clock?.rawValue, alert.kind.rawValue, "\(alert.round)", alert.state.rawValue].compactMap(\.self)
        .joined(separator: " ")
    }
  }

  /// The kinds of its anomalies, in order.
  public var anomalyKinds: [Anomaly.Kind] { anomalies.map(\.kind) }

  /// The stages of its items, in order.
  public var itemStages: [ShipmentStage] { items.map(\.stage) }
}
