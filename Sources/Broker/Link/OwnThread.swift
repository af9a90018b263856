internal import Foundation

/// Threads for calls that block, which must never run on the threads of Swift's tasks.
enum OwnThread {
  /// Starts a thread; whoever starts it sees to it that `body` ends.
  static func start(named name: String, _ body: @escaping @Sendable () -> Void) {
    let thread = Thread(block: body)
    thread.name = name
    thread.start()
  }

  /// Runs `body` on a thread of its own and waits for its result. `body` bounds its own waits.
  static func run<Value: Sendable>(
    named name: String, _ body: @escaping @Sendable () throws(BrokerError) -> Value
  ) async throws(BrokerError) -> Value {
    let result: Result<Value, BrokerError> = await withCheckedContinuation { continuation in
      start(named: name) {
        continuation.resume(returning: Result { () throws(BrokerError) in try body() })
      }
    }
    return try result.get()
  }
}
