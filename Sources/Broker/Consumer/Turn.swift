internal import CRabbitMQ

/// One turn of the consumer's thread after the other, while a link lasts.
struct Turn {
  private let options: ConsumerOptions
  private let mailbox: Mailbox
  private let tick: Duration
  private var reader: DeliveryReader
  private var frame = amqp_frame_t()
  private var isReadable = true
  private var lastRead = ContinuousClock.now
  private var lastHeartbeat = ContinuousClock.now
  private var lastAsked = ContinuousClock.now

  init(options: ConsumerOptions, mailbox: Mailbox, heartbeat: Int) {
    self.options = options
    self.mailbox = mailbox
    tick = .milliseconds(heartbeat * 1_000 / 4)
    reader = DeliveryReader(bodyLimit: options.bodyLimit)
  }

  /// Acknowledges, reads, hands out, waits. False when it is time to stop.
  mutating func around(_ link: inout Link, _ backoff: inout Backoff) throws(BrokerError) -> Bool {
    let orders = mailbox.takeOrders()
    if let tag = orders.acknowledge {
      try link.acknowledge(upTo: tag)
      backoff.reset()
    }
    if orders.isStopping { return false }
    if orders.isReleased || orders.isHeld { throw .released }

    let now = ContinuousClock.now
    if orders.isPaused {
      if now - lastHeartbeat >= tick {
        try link.sendHeartbeat()
        lastHeartbeat = now
      }
    } else if isReadable || link.hasBuffered || now - lastRead >= tick {
      lastRead = now
      try read(&link)
    }
    if !orders.isPaused, now - lastAsked >= options.asking {
      lastAsked = now
      try link.askAfter(queue: options.queues[0])
    }
    mailbox.offer()

    if !orders.isPaused && link.hasBuffered { return true }
    let ripeIn = mailbox.ripeIn()
    isReadable = Wait.socket(
      orders.isPaused ? nil : link.descriptor, or: mailbox.wake, within: min(tick, options.asking, ripeIn ?? tick))
    return true
  }

  /// Reads what has arrived, at most about one of the library's buffers, so that acknowledgements don't wait long.
  private mutating func read(_ link: inout Link) throws(BrokerError) {
    let mailbox = mailbox
    repeat {
      guard try link.nextFrame(&frame) else { return }
      let delivery = try reader.take(frame) { frame throws(BrokerError) in
        mailbox.noticed(try link.notice(frame))
      }
      guard let delivery else { continue }
      link.releaseBuffers()
      guard mailbox.add(delivery) else { return }
    } while link.hasBuffered
  }
}
