/// What the consumer tells its receiver.
public enum Happening: Sendable {
  /// The link is up. `backlog` is the number of messages that were ready in the first queue just before.
  case connected(backlog: Int)
  /// Deliveries to store, then to settle with ``Consumer/settled(_:)``.
  case batch(Batch)
  /// The link is down; it is made anew by itself after `retryIn`. Batches not settled come again.
  case disconnected(BrokerError, retryIn: Duration)
  /// The broker takes no messages from this connection, for want of memory or disk.
  case blocked(reason: String)
  /// The broker takes messages again.
  case unblocked
}

/// The consumer's happenings, in order, for one receiver. They end when the consumer is stopped.
public struct Happenings: AsyncSequence, AsyncIteratorProtocol, Sendable {
  /// What the sequence yields.
  public typealias Element = Happening
  /// The sequence throws nothing.
  public typealias Failure = Never

  let mailbox: Mailbox

  /// The sequence itself: it keeps no place of its own.
  public func makeAsyncIterator() -> Happenings { self }

  /// Waits for the next happening; `nil` when the consumer was stopped or the task was cancelled.
  public func next() async -> Happening? { await mailbox.next() }

  /// Waits for the next happening, wherever it is asked from.
  ///
  /// - Parameter actor: The caller's actor.
  /// - Returns: The happening; `nil` when the consumer was stopped or the task was cancelled.
  public func next(isolation actor: isolated (any Actor)?) async -> Happening? { await mailbox.next() }
}
