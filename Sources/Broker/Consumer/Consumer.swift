public import Logging
internal import Synchronization

/// Takes messages from queues, in batches that are acknowledged only when their receiver says so.
///
/// ```swift
/// let consumer = try Consumer(BrokerOptions(address: address), logger: logger)
/// async let running: Void = consumer.run()
/// for await case .batch(let batch) in consumer.happenings {
///   try await store.append(batch.deliveries)
///   consumer.settled(batch)
/// }
/// ```
///
/// A thread of its own owns the link: it reads on while the receiver stores, keeps heartbeats going, and makes the link anew,
/// for ever, when it is lost.
public final class Consumer: Sendable {
  /// What happens, for one receiver.
  public let happenings: Happenings

  private let mailbox: Mailbox
  private let loop: ConsumerLoop
  private let hasRun = Mutex(false)

  /// A consumer that is not yet running.
  ///
  /// - Parameters:
  ///   - broker: Where and how to connect.
  ///   - options: What to take and in what portions.
  ///   - logger: Says when the link is lost, why, and what to do.
  /// - Throws: ``BrokerError`` for options that could never work.
  public init(
    _ broker: BrokerOptions, _ options: ConsumerOptions = ConsumerOptions(), logger: Logger
  ) throws(BrokerError) {
    try broker.check()
    try options.check()
    mailbox = try Mailbox(options)
    happenings = Happenings(mailbox: mailbox)
    loop = ConsumerLoop(broker: broker, options: options, mailbox: mailbox, logger: logger)
  }

  /// Consumes until the task is cancelled or ``stop()`` is called.
  ///
  /// Then nothing more is handed out, batches in hand may be settled for as long as ``ConsumerOptions/drain`` says, and the
  /// link is closed; what was only prefetched goes back to the broker.
  ///
  /// - Throws: ``BrokerError/stopped`` when it was run before: a consumer runs once.
  public func run() async throws(BrokerError) {
    let isFirst = hasRun.withLock { hasRun in
      defer { hasRun = true }
      return !hasRun
    }
    guard isFirst else { throw .stopped }
    let loop = loop
    await withTaskCancellationHandler {
      await withCheckedContinuation { ended in
        loop.ended.whenOpen { ended.resume() }
        OwnThread.start(named: "consumer") { loop.run() }
      }
    } onCancel: {
      stop()
    }
  }

  /// Ends ``run()`` as a cancellation would. Returns at once.
  public func stop() {
    mailbox.stop()
    loop.stopIfIdle()
  }

  /// How many messages were ready in the first queue when it was last asked after; `nil` while there is no link.
  ///
  /// What the broker has handed out already is not among them. It is for people to look at, see
  /// ``ConsumerOptions/asking``: a slow broker says 0 now and then.
  public var ready: Int? { mailbox.ready }

  /// Acknowledges a batch: its deliveries are stored for good and the broker may forget them.
  ///
  /// Of a link that is gone nothing can be acknowledged; its deliveries come again.
  ///
  /// - Parameter batch: A batch from ``happenings``.
  public func settled(_ batch: Batch) { mailbox.settled(batch) }

  /// Gives a batch back, and with it all that isn't settled: the link is closed and made anew after a pause.
  ///
  /// Every delivery given back counts towards the queue's delivery limit. To wait for something, see ``hold()``.
  ///
  /// - Parameter batch: A batch from ``happenings``.
  public func release(_ batch: Batch) { mailbox.released(batch) }

  /// Closes the link and stays away until ``resume()``: for a store that can't commit for a while.
  public func hold() { mailbox.hold(true) }

  /// Connects again after ``hold()``.
  public func resume() { mailbox.hold(false) }
}
