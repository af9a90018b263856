import Foundation
import Synchronization

/// How far the folding of the log has come, and the rests on the way.
final class FoldProgress: Sendable {
  private let state = Mutex<(events: Int, since: ContinuousClock.Instant)>((0, .now))
  private static let longestRest = Duration.seconds(1)

  /// The events that were folded so far.
  var events: Int { state.withLock { $0.events } }

  /// Notes how far it has come, and blocks its thread, which has nothing else to do, `rest` times as long as the portion
  /// took.
  /// - Throws: `CancellationError` where it is to end.
  func pause(at events: Int, _ rest: Int) throws {
    try Task.checkCancellation()
    let took = state.withLock { state in
      state.events = max(state.events, events)
      return ContinuousClock.now - state.since
    }
    let pause = min(took * rest, FoldProgress.longestRest)
    Thread.sleep(forTimeInterval: Double(pause.components.seconds) + Double(pause.components.attoseconds) / 1e18)
    state.withLock { $0.since = .now }
    try Task.checkCancellation()
  }
}
