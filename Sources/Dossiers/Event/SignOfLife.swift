/// A device is on, though it may have nothing to scan: offline is not idle.
public struct SignOfLife: Sendable, Hashable {
  /// The counter of the device's last event; nil while it has told none.
  public let lastSequence: UInt64?

  /// A sign of life after the event with this counter; 0 says, as nil does, that there was none, since counters
  /// begin at 1 (CloudEvents extension `sequence`).
  public init(lastSequence: UInt64?) {
    self.lastSequence = lastSequence == 0 ? nil : lastSequence
  }
}

/// The day's hand-over list of an office.
public struct Tally: Sendable, Hashable {
  /// The day counted.
  public let date: LocalDate
  /// Items accepted on that day.
  public let accepted: Int
  /// Items delivered on that day.
  public let delivered: Int

  /// A tally of these counts.
  public init(date: LocalDate, accepted: Int, delivered: Int) {
    self.date = date
    self.accepted = accepted
    self.delivered = delivered
  }
}
