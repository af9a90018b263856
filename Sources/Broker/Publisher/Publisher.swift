internal import Foundation
public import Logging

/// Publishes messages and waits until the broker has confirmed each.
///
/// It has a connection and a thread of its own, made when first needed and made anew by the next call after they were lost.
/// Ends with ``close()`` or when nobody holds it any more.
public final class Publisher: Sendable {
  private let options: PublisherOptions
  private let inbox: PublisherInbox
  private let cutter = Cutter()

  /// A publisher; it connects when something is published.
  ///
  /// - Parameters:
  ///   - broker: Where and how to connect.
  ///   - options: How it paces itself.
  ///   - logger: Says when an idle link is lost.
  /// - Throws: ``BrokerError`` for options that could never work.
  public init(
    _ broker: BrokerOptions, _ options: PublisherOptions = PublisherOptions(), logger: Logger
  ) throws(BrokerError) {
    try broker.check()
    try options.check()
    self.options = options
    inbox = try PublisherInbox()
    let loop = PublisherLoop(broker: broker, options: options, inbox: inbox, cutter: cutter, logger: logger)
    OwnThread.start(named: "publisher") { loop.run() }
  }

  deinit { inbox.stop() }

  /// Publishes messages in their order and waits until the broker has answered for each.
  ///
  /// When it throws, any of the messages may or may not have arrived: publish them again and let their identity make
  /// the repetition harmless. A cancelled task waits like any other, at most until the deadline.
  ///
  /// - Parameter messages: The messages.
  /// - Returns: What became of each, in the same order.
  /// - Throws: ``BrokerError``, at the latest when the deadline has passed.
  public func publish(_ messages: [OutgoingMessage]) async throws(BrokerError) -> [PublishOutcome] {
    for message in messages { try message.check() }
    guard !messages.isEmpty else { return [] }
    // A send into a broker that reads nothing may not come back by itself: the link is cut a little after the deadline.
    let cut = DispatchWorkItem { [cutter] in cutter.cut() }
    DispatchQueue.global().asyncAfter(deadline: .now() + options.deadline.inSeconds + 0.5, execute: cut)
    defer { cut.cancel() }
    let result = await withCheckedContinuation { continuation in
      inbox.put(
        PublisherJob(messages: messages, deadline: .now + options.deadline) { continuation.resume(returning: $0) })
    }
    return try result.get()
  }

  /// Ends the thread and the link. What is being published is given a short while to end, and fails after it.
  public func close() async {
    inbox.stop()
    let cut = DispatchWorkItem { [cutter] in cutter.cut() }
    DispatchQueue.global().asyncAfter(deadline: .now() + 3, execute: cut)
    defer { cut.cancel() }
    await withCheckedContinuation { ended in inbox.ended.whenOpen { ended.resume() } }
  }
}

extension Duration {
  var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
