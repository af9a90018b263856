/// Pauses that double from attempt to attempt, with jitter so that many clients don't come back at once.
public struct Backoff: Sendable, Hashable {
  /// The first pause.
  public var first: Duration
  /// The longest pause after the broker refused something, which a person has to put right.
  public var longest: Duration
  /// The longest pause while nothing answers or the link tore, which passes by itself: short, so that a broker that is
  /// back is soon noticed.
  public var longestUnanswered: Duration

  private var next: Duration

  /// Pauses with the defaults.
  ///
  /// - Parameters:
  ///   - first: The first pause.
  ///   - longest: The longest pause after a refusal.
  ///   - longestUnanswered: The longest pause while nothing answers.
  public init(
    first: Duration = .milliseconds(200), longest: Duration = .seconds(30), longestUnanswered: Duration = .seconds(1)
  ) {
    self.first = first
    self.longest = longest
    self.longestUnanswered = longestUnanswered
    next = first
  }

  /// The pause after a failure: half to all of what the doubling gives.
  mutating func pause(after error: BrokerError) -> Duration {
    let ceiling =
      switch error {
      case .unreachable, .linkLost, .heartbeatLost, .timedOut, .closedByBroker(code: 320, _): longestUnanswered
      default: longest
      }
    let pause = min(next, ceiling)
    next = min(next * 2, longest)
    return pause * Double.random(in: 0.5...1)
  }

  /// Begins again with the shortest pause.
  mutating func reset() { next = first }
}
