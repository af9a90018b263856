typealias Waiter = CheckedContinuation<Happening?, Never>

/// What the receiver wants of the thread.
struct Orders {
  /// Acknowledge up to this tag.
  var acknowledge: UInt64?
  /// Close the link so that deliveries go back.
  var isReleased = false
  /// Stay away from the broker.
  var isHeld = false
  /// End.
  var isStopping = false
  /// Don't read more for now.
  var isPaused = false
  /// Whether the receiver has batches that it has not settled.
  var isReceiverBusy = false
}

/// What becomes of a receiver that asks for the next happening.
struct Arrival {
  var happening: Happening?
  /// Whether it goes away with what `happening` says, or waits.
  var isAnswered = true
  /// An earlier waiter, which gives way: there is one receiver.
  var replaced: Waiter?
  /// Whether the thread must look up: to read on, or to mind when what waits is ripe.
  var needsThread = false
}

/// The mailbox's contents, under its lock.
struct MailboxState {
  private struct Handed {
    let lastTag: UInt64
    var isSettled = false
  }

  /// Counts the links: tags of one mean nothing to the next.
  var generation = 0
  var notices: [Happening] = []
  /// The waiting deliveries, in portions that never exceed a batch.
  private(set) var chunks: [Chunk] = []
  private var waitingBytes = 0
  private var handed: [Handed] = []
  var waiter: Waiter?
  var orders = Orders()
  private(set) var isPaused = false
  /// How many messages were ready when the broker was last asked over this link.
  var ready: Int?
  var isStopping = false

  mutating func add(_ delivery: Delivery, _ options: ConsumerOptions) -> Bool {
    let size = delivery.body.count
    // By its place: a copy held here would make the append copy the whole portion.
    let last = chunks.indices.last
    if let last, chunks[last].takes(size, options) {
      chunks[last].deliveries.append(delivery)
      chunks[last].bytes += size
    } else {
      chunks.append(Chunk(deliveries: [delivery], bytes: size, began: .now))
    }
    waitingBytes += size
    isPaused = waitingBytes >= options.waitingBytes
    return !isPaused
  }

  mutating func arrive(_ waiter: Waiter, isCancelled: Bool, _ options: ConsumerOptions) -> Arrival {
    guard !isCancelled else { return Arrival() }
    let wasPaused = isPaused
    if let happening = take(options) {
      return Arrival(happening: happening, needsThread: wasPaused && !isPaused)
    }
    guard !isStopping else { return Arrival() }
    defer { self.waiter = waiter }
    return Arrival(isAnswered: false, replaced: self.waiter, needsThread: !chunks.isEmpty)
  }

  /// The next happening, if one is due: notices first, then deliveries that are ripe.
  mutating func take(_ options: ConsumerOptions) -> Happening? {
    if !notices.isEmpty { return notices.removeFirst() }
    guard !isStopping, let first = chunks.first, let last = first.deliveries.last else { return nil }
    let isFull = chunks.count > 1 || first.deliveries.count >= options.batchCount || first.bytes >= options.batchBytes
    guard isFull || first.began + options.linger <= .now else { return nil }
    chunks.removeFirst()
    waitingBytes -= first.bytes
    if waitingBytes <= options.waitingBytes / 2 { isPaused = false }
    handed.append(Handed(lastTag: last.tag))
    return .batch(Batch(deliveries: first.deliveries, isFull: isFull, generation: generation, lastTag: last.tag))
  }

  /// Acknowledging is "up to a tag", so a batch settled out of turn waits for those before it.
  mutating func settle(_ batch: Batch) {
    guard batch.generation == generation, let place = handed.firstIndex(where: { $0.lastTag == batch.lastTag }) else {
      return
    }
    handed[place].isSettled = true
    while let first = handed.first, first.isSettled {
      orders.acknowledge = first.lastTag
      handed.removeFirst()
    }
  }

  mutating func takeOrders() -> Orders {
    var taken = orders
    taken.isStopping = isStopping
    taken.isPaused = isPaused
    taken.isReceiverBusy = !handed.isEmpty
    orders.acknowledge = nil
    orders.isReleased = false
    return taken
  }

  mutating func forgetWaiting() {
    chunks = []
    waitingBytes = 0
    isPaused = false
  }

  mutating func forgetLink() {
    forgetWaiting()
    handed = []
    ready = nil
    orders.acknowledge = nil
    orders.isReleased = false
    // Batches of the link that is gone are recognised by their generation.
    generation += 1
  }
}
