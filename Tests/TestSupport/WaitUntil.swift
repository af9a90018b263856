/// What a test waited for and didn't come.
public struct WaitedInVain: Error, CustomStringConvertible {
  /// What was waited for, and how long.
  public let description: String
}

/// Waits until a condition holds, looking every 20 ms.
///
/// - Parameters:
///   - what: What is waited for, for the message.
///   - bound: How long at most.
///   - condition: The condition.
/// - Throws: ``WaitedInVain`` when the bound has passed, and whatever the condition throws.
public func waitUntil(
  _ what: String, within bound: Duration = .seconds(20), _ condition: () async throws -> Bool
) async throws {
  let deadline = ContinuousClock.now + bound
  while try await !condition() {
    guard ContinuousClock.now < deadline else { throw WaitedInVain(description: "\(what): not within \(bound)") }
    try await Task.sleep(for: .milliseconds(20))
  }
}

/// Runs an operation that must end in time; it is cancelled when it doesn't.
///
/// - Parameters:
///   - what: What is waited for, for the message.
///   - bound: How long at most.
///   - operation: The operation, which heeds cancellation.
/// - Returns: What the operation returns.
/// - Throws: ``WaitedInVain`` when the bound has passed, and whatever the operation throws.
public func within<Value: Sendable>(
  _ what: String, _ bound: Duration = .seconds(20), _ operation: @escaping @Sendable () async throws -> Value
) async throws -> Value {
  try await withThrowingTaskGroup(of: Value.self) { group in
    group.addTask { try await operation() }
    group.addTask {
      try await Task.sleep(for: bound)
      throw WaitedInVain(description: "\(what): not within \(bound)")
    }
    defer { group.cancelAll() }
    guard let value = try await group.next() else { throw CancellationError() }
    return value
  }
}
