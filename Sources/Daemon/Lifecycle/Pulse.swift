import Synchronization

/// Whether the work goes round: fed by the loops themselves when they have really turned.
final class Pulse: Sendable {
  private struct State {
    var turns: UInt64 = 0
    var trouble: String?
    var mailTrouble: String?
  }

  private let state = Mutex(State())

  /// A loop has done a whole turn.
  func turned() { state.withLock { $0.turns &+= 1 } }

  /// Something keeps the work from going on, in a sentence; nil when it is over.
  func trouble(_ sentence: String?) { state.withLock { $0.trouble = sentence } }

  /// Something keeps mails from leaving, in a sentence; nil when one has left.
  func mailTrouble(_ sentence: String?) { state.withLock { $0.mailTrouble = sentence } }

  var turns: UInt64 { state.withLock { $0.turns } }
  var currentTrouble: String? { state.withLock { $0.trouble } }
  var currentMailTrouble: String? { state.withLock { $0.mailTrouble } }
}
