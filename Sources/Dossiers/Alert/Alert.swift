/// The life of one warning or breach, or of something else that a person must know.
public struct Alert: Sendable, Hashable {
  /// The kinds, by the names that outsiders see.
  public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
    /// A deadline is near.
    case warning
    /// A deadline was missed.
    case breach
    /// An item was declared lost.
    case lost
    /// An item was declared damaged.
    case damaged
  }

  /// The states that outsiders see.
  public enum State: String, Sendable, Hashable, CaseIterable, Codable {
    /// It stands.
    case firing
    /// What was owed was done, late; or what was lost was found.
    case resolved
    /// Nothing is owed any more.
    case cancelled
  }

  /// Of which clock; nil for a mishap.
  public let clock: ClockKind?
  /// Of which item; nil for a dossier's own clock.
  public let item: ItemID?
  /// Of which run.
  public let round: Int
  /// What it is.
  public let kind: Kind
  /// The instant at which it became true.
  public let since: Instant
  /// Whether it stands.
  public let state: State

  /// An alert of these parts.
  public init(clock: ClockKind?, item: ItemID?, round: Int, kind: Kind, since: Instant, state: State) {
    self.clock = clock
    self.item = item
    self.round = round
    self.kind = kind
    self.since = since
    self.state = state
  }
}

extension Deadline {
  /// The alert that the deadline gives at `now`: one alert a deadline, first a warning, then a breach.
  ///
  /// A deadline met in time leaves none; one met late leaves its breach resolved. One that was due before `since`, when
  /// nobody watched yet, gives none.
  public func alert(at now: Instant, since: Instant? = nil) -> Alert? {
    if isDue(before: since) { return nil }
    if isMissed(at: now), let due = dueDate.due {
      let state: Alert.State =
        switch end {
        case .met: .resolved
        case .cancelled: .cancelled
        case nil: .firing
        }
      return Alert(clock: clock, item: item, round: round, kind: .breach, since: due, state: state)
    }
    guard end == nil, let warn, warn <= now else { return nil }
    return Alert(clock: clock, item: item, round: round, kind: .warning, since: warn, state: .firing)
  }

  /// The next instant after which the alert at `now` is another one, or is to be told again, if nothing new is heard.
  public func nextChange(after now: Instant, since: Instant? = nil) -> Instant? {
    guard end == nil, !isDue(before: since) else { return nil }
    let change = [warn, missedFrom].compactMap(\.self).filter { $0 > now }.min()
    guard let again = laterWarnings.first(where: { $0 > now }) else { return change }
    return change.map { min($0, again) } ?? again
  }
}

extension Deadline {
  /// Whether it was due before `since`; never where that is nil.
  public func isDue(before since: Instant?) -> Bool {
    guard let since, let due = dueDate.due else { return false }
    return due < since
  }
}

extension Shipment {
  /// The alerts of its mishaps, numbered from 1 by kind over all uses of the item.
  public func mishapAlerts(countingFrom earlier: (lost: Int, damaged: Int) = (0, 0)) -> [Alert] {
    var lost = earlier.lost
    var damaged = earlier.damaged
    return mishaps.map { mishap in
      if mishap.isLoss { lost += 1 } else { damaged += 1 }
      let state: Alert.State =
        mishap.over == nil ? .firing : end?.kind == .cancelled && mishap.over == end?.at ? .cancelled : .resolved
      return Alert(
        clock: nil, item: item, round: mishap.isLoss ? lost : damaged, kind: mishap.isLoss ? .lost : .damaged,
        since: mishap.since, state: state)
    }
  }
}
