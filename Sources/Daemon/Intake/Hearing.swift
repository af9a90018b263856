import Dossiers
import Synchronization

/// What we have heard from the queue, and so whether silence means anything.
///
/// An alert hangs on what was not heard. After a start or a lost link none is raised before as many deliveries are
/// settled as the queue held when we connected, or a bound has passed; while the link is down for longer than that,
/// one alert that we are deaf stands in for all.
///
/// What an earlier link took and never settled is in no queue until the broker sees that the link is dead. So after a
/// crash or a lost link silence means nothing before that time is over and a batch has come that is not full.
final class Hearing: Sendable {
  /// An instant of the clock that never steps: a hold must end when its time is over, and never before, whatever
  /// happens to the time of day meanwhile.
  typealias Steady = ContinuousClock.Instant

  private struct State {
    var isUp = false
    /// Since when the link is as it is, by the clock on the wall.
    var since: Instant
    /// The same by the steady clock.
    var began: Steady
    /// Deliveries of the backlog that are not settled yet.
    var backlog = 0
    /// Whether the last batch was full, so that more was waiting behind it.
    var isFlooded = false
    /// Whether an earlier link ended in another way than by our goodbye.
    var followsLoss: Bool
  }

  private let state: Mutex<State>
  private let bound: Duration
  private let noticing: Duration

  /// Nothing is heard yet.
  ///
  /// - Parameters:
  ///   - bound: How long alerts are held at most.
  ///   - noticing: How long the broker may take to see that a link is dead.
  ///   - followsCrash: Whether the run before this one never ended.
  ///   - since: The present instant.
  ///   - now: The same by the steady clock.
  init(bound: Duration, noticing: Duration, followsCrash: Bool, since: Instant, at now: Steady = .now) {
    self.bound = bound
    self.noticing = noticing
    state = Mutex(State(since: since, began: now, followsLoss: followsCrash))
  }

  func connected(backlog: Int, since: Instant, at now: Steady = .now) {
    state.withLock { state in
      state = State(isUp: true, since: since, began: now, backlog: backlog, followsLoss: state.followsLoss)
    }
  }

  func disconnected(since: Instant, at now: Steady = .now) {
    state.withLock { state in
      if state.isUp { state = State(since: since, began: now, followsLoss: true) }
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
  func allowsAlerts(at now: Steady = .now) -> Bool {
    state.withLock { $0.isUp && $0.began + hold($0) <= now }
  }

  /// Since when nothing is heard, once that has lasted for longer than the bound.
  func deafSince(at now: Steady = .now) -> Instant? {
    state.withLock { !$0.isUp && $0.began + bound <= now ? $0.since : nil }
  }

  /// How long until the answers above change by themselves, if they do.
  func untilChange(at now: Steady = .now) -> Duration? {
    state.withLock { state in
      let turn = state.began + (state.isUp ? hold(state) : bound)
      return turn > now ? turn - now : nil
    }
  }

  /// The link as it is: up or not, since when, and how much of the backlog is left.
  var link: (isUp: Bool, since: Instant, backlog: Int) {
    state.withLock { ($0.isUp, $0.since, $0.backlog) }
  }

  /// How long after the link came up alerts are held, as far as is known now.
  private func hold(_ state: State) -> Duration {
    guard state.backlog == 0, !state.isFlooded else { return bound }
    return state.followsLoss ? min(noticing, bound) : .zero
  }
}
