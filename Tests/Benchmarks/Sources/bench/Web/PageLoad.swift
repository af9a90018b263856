import Foundation
import Synchronization

/// Clients that open a page over and over, each over a connection of its own that it keeps.
struct PageLoad: Sendable {
  let port: UInt16
  let path: String
  let clients: Int
  /// How often a client opens it; zero for as fast as it is answered.
  var pace = Duration.zero

  /// How it went.
  struct Outcome: Sendable {
    let perSecond: Double
    /// Milliseconds from asking to the last byte of the answer, of each.
    let waits: [Double]
  }

  /// Opens the page for a while, or until the task is cancelled.
  func run(for length: Duration) async throws -> Outcome {
    let began = ContinuousClock.now
    let end = began + length
    let isOver = Flag()
    let waits = try await withTaskCancellationHandler {
      try await withThrowingTaskGroup(of: [Double].self) { group in
        for _ in 0..<clients { group.addTask { try await client(until: end, isOver) } }
        return try await group.reduce(into: []) { $0 += $1 }
      }
    } onCancel: {
      isOver.set()
    }
    return Outcome(perSecond: Double(waits.count) / (ContinuousClock.now - began).seconds, waits: waits)
  }

  /// On a thread of its own, as its calls block.
  private func client(until end: ContinuousClock.Instant, _ isOver: Flag) async throws -> [Double] {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(
          with: Result {
            let link = try PageLink(port: port)
            var waits: [Double] = []
            while ContinuousClock.now < end, !isOver.isSet {
              let asked = ContinuousClock.now
              try link.get(path)
              let took = ContinuousClock.now - asked
              waits.append(took.seconds * 1_000)
              if took < pace { Thread.sleep(forTimeInterval: (pace - took).seconds) }
            }
            return waits
          })
      }
    }
  }

  private final class Flag: Sendable {
    private let value = Mutex(false)
    var isSet: Bool { value.withLock { $0 } }
    func set() { value.withLock { $0 = true } }
  }
}
