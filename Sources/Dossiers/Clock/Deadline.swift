/// One run of a clock, with its due instant and why.
public struct Deadline: Sendable, Hashable {
  /// Which clock.
  public let clock: ClockKind
  /// The item, for a clock of a shipment; nil for a dossier's own.
  public let item: ItemID?
  /// Which run of the clock, from 1.
  public let round: Int
  /// From when it runs.
  public let started: Instant
  /// When it ends.
  public let dueDate: DueDate
  /// When it is near; nil where there is no warning, or no due instant.
  public let warn: Instant?
  /// Whether the warning gets a mail of its own, and not only a line in the digest.
  public let mailsWarning: Bool
  /// The time that does not count, in order.
  public let pauses: [Pause]
  /// How it ended; nil while it runs.
  public let end: DeadlineEnd?

  /// A deadline of these parts.
  public init(
    clock: ClockKind, item: ItemID?, round: Int, started: Instant, dueDate: DueDate, warn: Instant?,
    mailsWarning: Bool, pauses: [Pause], end: DeadlineEnd?
  ) {
    self.clock = clock
    self.item = item
    self.round = round
    self.started = started
    self.dueDate = dueDate
    self.warn = warn
    self.mailsWarning = mailsWarning
    self.pauses = pauses
    self.end = end
  }

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
}
