extension Deadline {
  /// The states that outsiders see.
  public enum State: String, Sendable, Hashable, CaseIterable, Codable {
    /// Running, in time.
    case open
    /// Standing still.
    case paused
    /// Done in time.
    case met
    /// Done too late.
    case metLate = "met-late"
    /// Too late and not done.
    case breached
    /// Nothing is owed any more.
    case cancelled
  }

  /// When what was owed was done; nil until it is.
  public var met: Instant? {
    if case .met(let at) = end { at } else { nil }
  }

  /// Whether it runs towards a due date that may still move with a decree on its year's days off.
  public var isProvisional: Bool { end == nil && basis?.isProvisional ?? false }

  /// The first instant at which the deadline is missed: a term in days may be met until 24:00 of its last day, one in
  /// hours at its due instant.
  public var missedFrom: Instant? {
    guard let due = dueDate.due else { return nil }
    return dueDate.lastDay == nil ? due.advanced(by: Span(microseconds: 1)) : due
  }

  /// Whether the deadline was missed by the time it ended, or is by `now` where it runs.
  public func isMissed(at now: Instant) -> Bool {
    guard let missedFrom else { return false }
    return (end?.at ?? now) >= missedFrom
  }

  /// The state at `now`.
  public func state(at now: Instant) -> State {
    switch end {
    case .met: isMissed(at: now) ? .metLate : .met
    case .cancelled: .cancelled
    case nil:
      if isMissed(at: now) { .breached } else if dueDate.due == nil || isPaused(at: now) { .paused } else { .open }
    }
  }

  /// Whether the clock stands still at `now`.
  public func isPaused(at now: Instant) -> Bool {
    pauses.contains { $0.from <= now && $0.until.map { now < $0 } ?? true }
  }

  /// How long the deadline is missed by its end, or by `now` where it runs; a pause that begins after the breach
  /// freezes it. Zero where it is not missed.
  public func delay(at now: Instant) -> Span {
    guard isMissed(at: now), let due = dueDate.due else { return .zero }
    let until = end?.at ?? now
    let excused = pauses.reduce(Int64(0)) { sum, pause in
      sum + max(min(pause.until ?? until, until).since(max(pause.from, due)).microseconds, 0)
    }
    return Span(microseconds: max(until.since(due).microseconds - excused, 0))
  }
}
