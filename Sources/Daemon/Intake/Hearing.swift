import Dossiers
import Synchronization

/// What we have heard from the queue, and so whether silence means anything.
///
/// An alert hangs on what was not heard. After a start or a lost link none is raised before as many deliveries are
/// settled as the queue held when we connected, or a bound has passed; while the link is down for longer than that,
/// one alert that we are deaf stands in for all.
final class Hearing: Sendable {
  private struct State {
    var isUp = false
    /// Since when the link is as it is.
    var since: Instant
    /// Deliveries of the backlog that are not settled yet.
    var backlog = 0
    /// Whether the last batch was full, so that more was waiting behind it.
    var isFlooded = false
  }

  /// How long a link is listened to before silence means anything: a broker that is busy counts its queue as empty
  /// (RabbitMQ gives a quorum queue's leader a quarter of a second to answer), and the first batch shows otherwise.
  static let firstQuiet = Span.seconds(1)

  private let state: Mutex<State>
  private let bound: Span

  init(bound: Span, now: Instant) {
    self.bound = bound
    state = Mutex(State(since: now))
  }

  func connected(backlog: Int, at now: Instant) {
    state.withLock { $0 = State(isUp: true, since: now, backlog: backlog) }
  }

  func disconnected(at now: Instant) {
    state.withLock { state in
      if state.isUp { state = State(since: now) }
    }
  }

  /// Takes note of a batch with so many events; a full one says that more was waiting.
  func settled(_ count: Int, wasFull: Bool = false) {
    state.withLock { state in
      state.backlog = max(0, state.backlog - count)
      state.isFlooded = wasFull
    }
  }

  /// Whether the evidence at hand is enough to raise anything.
  func allowsAlerts(at now: Instant) -> Bool {
    state.withLock { $0.isUp && (isPastBound($0, now) || (hasCaughtUp($0) && isPastFirstQuiet($0, now))) }
  }

  /// Since when nothing is heard, once that has lasted for longer than the bound.
  func deafSince(at now: Instant) -> Instant? {
    state.withLock { !$0.isUp && isPastBound($0, now) ? $0.since : nil }
  }

  /// When the answers above change by themselves, if they do.
  func nextChange(after now: Instant) -> Instant? {
    state.withLock { state in
      let isQuiet = state.isUp && hasCaughtUp(state)
      let turn = state.since.advanced(by: isQuiet ? min(Hearing.firstQuiet, bound) : bound)
      return turn > now ? turn : nil
    }
  }

  private func hasCaughtUp(_ state: State) -> Bool { state.backlog == 0 && !state.isFlooded }

  private func isPastFirstQuiet(_ state: State, _ now: Instant) -> Bool { now.since(state.since) >= Hearing.firstQuiet }

  /// The link as it is: up or not, since when, and how much of the backlog is left.
  var link: (isUp: Bool, since: Instant, backlog: Int) {
    state.withLock { ($0.isUp, $0.since, $0.backlog) }
  }

  private func isPastBound(_ state: State, _ now: Instant) -> Bool {
    // A wall clock that stepped back would make the wait endless.
    now.since(state.since) >= bound || now < state.since
  }
}
