internal import Synchronization

/// Where the thread that owns the link and the task that stores deliveries meet.
///
/// The thread puts in; the receiver takes out, settles and gives back. Neither ever waits for the other while it holds the lock.
final class Mailbox: Sendable {
  let wake: Wake
  private let options: ConsumerOptions
  private let state = Mutex(MailboxState())

  init(_ options: ConsumerOptions) throws(BrokerError) {
    self.options = options
    wake = try Wake()
  }
}

/// The receiver's side.
extension Mailbox {
  func next() async -> Happening? {
    await withTaskCancellationHandler {
      await withCheckedContinuation { waiter in
        let arrival = state.withLock { $0.arrive(waiter, isCancelled: Task.isCancelled, options) }
        if arrival.needsThread { wake.signal() }
        arrival.replaced?.resume(returning: nil)
        if arrival.isAnswered { waiter.resume(returning: arrival.happening) }
      }
    } onCancel: {
      leave()
    }
  }

  private func leave() {
    let waiter = state.withLock { $0.waiter.take() }
    waiter?.resume(returning: nil)
  }

  func settled(_ batch: Batch) {
    state.withLock { $0.settle(batch) }
    wake.signal()
  }

  func released(_ batch: Batch) {
    state.withLock { state in
      if batch.generation == state.generation { state.orders.isReleased = true }
    }
    wake.signal()
  }

  func hold(_ isHeld: Bool) {
    state.withLock { $0.orders.isHeld = isHeld }
    wake.signal()
  }

  func stop() {
    let waiter = state.withLock { state -> Waiter? in
      state.isStopping = true
      state.forgetWaiting()
      return state.waiter.take()
    }
    waiter?.resume(returning: nil)
    wake.signal()
  }
}

extension Mailbox {
  /// How many messages were ready when the broker was last asked.
  var ready: Int? { state.withLock { $0.ready } }
}

/// The thread's side.
extension Mailbox {
  /// What the receiver wants, each order once.
  func takeOrders() -> Orders { state.withLock { $0.takeOrders() } }

  func connected(backlog: Int) {
    offer { state in
      state.generation += 1
      state.ready = backlog
      state.notices.append(.connected(backlog: backlog))
    }
  }

  func disconnected(_ error: BrokerError, retryIn pause: Duration) {
    offer { state in
      state.forgetLink()
      // What was not read of an older link is no longer of use, and must not pile up.
      state.notices = [.disconnected(error, retryIn: pause)]
    }
  }

  func noticed(_ notice: Notice) {
    offer { state in
      switch notice {
      case .blocked(let reason): state.notices.append(.blocked(reason: reason))
      case .unblocked: state.notices.append(.unblocked)
      case .ready(let count): state.ready = count
      case .other: break
      }
    }
  }

  /// Adds a delivery; false when so much waits that nothing more should be read.
  func add(_ delivery: Delivery) -> Bool { state.withLock { $0.add(delivery, options) } }

  /// Hands out what is ripe, if the receiver waits.
  func offer() { offer { _ in } }

  /// How long until what waits must be handed out; `nil` when nobody waits for it.
  func ripeIn() -> Duration? {
    state.withLock { state in
      guard state.waiter != nil, let began = state.chunks.first?.began else { return nil }
      return began + options.linger - .now
    }
  }

  private func offer(_ change: (inout MailboxState) -> Void) {
    let (waiter, happening) = state.withLock { state -> (Waiter?, Happening?) in
      change(&state)
      guard state.waiter != nil, let happening = state.take(options) else { return (nil, nil) }
      return (state.waiter.take(), happening)
    }
    waiter?.resume(returning: happening)
  }
}
