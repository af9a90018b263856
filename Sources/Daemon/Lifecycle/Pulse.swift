import Synchronization

/// Whether the work goes round: the loops say so themselves when they begin a piece of it and when it is done.
///
/// Each piece that is done feeds the watchdog, but not while another loop is stuck in one: what stands still for longer
/// than its bound is to be restarted, however busily the others turn.
final class Pulse: Sendable {
  /// A loop that the daemon is of no use without.
  enum Loop: Sendable, Hashable {
    case intake, timekeeper, dispatcher
  }

  private struct State {
    var atWork: [Loop: ContinuousClock.Instant] = [:]
    var trouble: String?
    var mailTrouble: String?
    var configurationTrouble: String?
  }

  private let state = Mutex(State())
  private let bounds: [Loop: Duration]
  private let now: @Sendable () -> ContinuousClock.Instant
  private let feed: @Sendable () -> Void

  /// A pulse that calls `feed` for each piece of work that is done while no loop is over its bound.
  /// - Parameters:
  ///   - bounds: how long one piece of a loop's work may take; one that is not named may take for ever.
  ///   - now: the monotonic clock.
  ///   - feed: gives a sign of life.
  init(
    bounds: [Loop: Duration] = [:], now: @escaping @Sendable () -> ContinuousClock.Instant = { .now },
    feed: @escaping @Sendable () -> Void = {}
  ) {
    self.bounds = bounds
    self.now = now
    self.feed = feed
  }

  /// A loop begins a piece of its work, or has done one and begins the next.
  func begins(_ loop: Loop) { step(loop, isAtWork: true) }

  /// A loop has done what it had to, and rests.
  func turned(_ loop: Loop) { step(loop, isAtWork: false) }

  private func step(_ loop: Loop, isAtWork: Bool) {
    let now = now()
    let goesRound = state.withLock { state in
      let began = state.atWork.updateValue(now, forKey: loop)
      if !isAtWork { state.atWork[loop] = nil }
      return began != nil && state.atWork.allSatisfy { now - $1 <= bounds[$0] ?? now - $1 }
    }
    if goesRound { feed() }
  }

  /// Something keeps the work from going on, in a sentence; nil when it is over.
  func trouble(_ sentence: String?) { state.withLock { $0.trouble = sentence } }

  /// Something keeps mails from leaving, in a sentence; nil when one has left.
  func mailTrouble(_ sentence: String?) { state.withLock { $0.mailTrouble = sentence } }

  /// What was wrong with the configuration when it was last read anew; nil where nothing was.
  func configurationTrouble(_ sentence: String?) { state.withLock { $0.configurationTrouble = sentence } }

  var currentTrouble: String? { state.withLock { $0.trouble } }
  var currentMailTrouble: String? { state.withLock { $0.mailTrouble } }
  var currentConfigurationTrouble: String? { state.withLock { $0.configurationTrouble } }
}
