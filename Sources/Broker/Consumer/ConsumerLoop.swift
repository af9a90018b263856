internal import CRabbitMQ
internal import Logging
internal import Synchronization

/// What the consumer's thread does: connect, read, acknowledge, and again.
struct ConsumerLoop: Sendable {
  let broker: BrokerOptions
  let options: ConsumerOptions
  let mailbox: Mailbox
  let logger: Logger
  let ended = Latch()
  private let isLinked = Flag()
  private let cutter = Cutter()

  init(broker: BrokerOptions, options: ConsumerOptions, mailbox: Mailbox, logger: Logger) {
    self.broker = broker
    self.options = options
    self.mailbox = mailbox
    self.logger = logger
  }

  /// Lets ``Consumer/run()`` return while the thread is still in a bounded attempt to connect: nothing is in hand then.
  func stopIfIdle() {
    if !isLinked.isSet { ended.open() }
  }

  func run() {
    defer { ended.open() }
    var backoff = options.backoff
    var losses = LossNews()
    var isCompared = false
    while !mailbox.takeOrders().isStopping {
      do throws(BrokerError) {
        if !isCompared { try compare() }
        isCompared = true
        try serve(&backoff, &losses)
        return
      } catch {
        isLinked.set(false)
        let pause = backoff.pause(after: error)
        mailbox.disconnected(error, retryIn: pause)
        logger.log(
          level: losses.isNews("\(error)") ? .warning : .debug, "the link to the broker is down",
          metadata: ["error": "\(error)", "broker": "\(broker.address.endpoint)", "retry_in": "\(pause)"])
        rest(pause)
      }
    }
  }

  /// Once a run, as it takes links of its own; whether all is there is asked with each link.
  private func compare() throws(BrokerError) {
    for difference in try options.topology?.compare(broker) ?? [] {
      logger.warning("\(difference)", metadata: ["broker": "\(broker.address.endpoint)"])
    }
  }

  /// Waits out the pause, or longer while held; a stop ends it at once.
  private func rest(_ pause: Duration) {
    let until = ContinuousClock.now + pause
    while true {
      let orders = mailbox.takeOrders()
      if orders.isStopping || (ContinuousClock.now >= until && !orders.isHeld) { return }
      let left = until - .now
      _ = Wait.socket(nil, or: mailbox.wake, within: left > .zero ? left : .seconds(60))
    }
  }

  private func serve(_ backoff: inout Backoff, _ losses: inout LossNews) throws(BrokerError) {
    var link = try Link(broker, cutter: cutter)
    let backlog = try subscribe(&link)
    losses = LossNews()
    isLinked.set(true)
    defer { isLinked.set(false) }
    mailbox.connected(backlog: backlog.count)
    if let first = backlog.first { _ = mailbox.add(first) }
    var turn = Turn(options: options, mailbox: mailbox, heartbeat: link.heartbeat)
    while try turn.around(&link, &backoff) {}
    try drain(&link)
    link.close(within: .seconds(1))
  }

  /// Later queues first: deliveries of a queue subscribed to early would pile up while the others are asked for.
  private func subscribe(_ link: inout Link) throws(BrokerError) -> Backlog {
    try options.topology?.expect(link)
    for queue in options.queues.dropFirst() { try link.passivelyDeclare(queue: queue) }
    logger.info("connected to the broker", metadata: ["broker": "\(broker.address.endpoint)"])
    let backlog = try link.backlog(of: options.queues[0], bodyLimit: options.bodyLimit)
    for queue in options.queues.reversed() { try link.consume(queue: queue, prefetch: options.prefetch) }
    return backlog
  }

  /// Waits for the batches in hand and acknowledges them.
  private func drain(_ link: inout Link) throws(BrokerError) {
    let until = ContinuousClock.now + options.drain
    while true {
      let orders = mailbox.takeOrders()
      if let tag = orders.acknowledge { try link.acknowledge(upTo: tag) }
      if !orders.isReceiverBusy || orders.isReleased || ContinuousClock.now >= until { return }
      _ = Wait.socket(nil, or: mailbox.wake, within: min(until - .now, .seconds(1)))
      try link.sendHeartbeat()
    }
  }
}
