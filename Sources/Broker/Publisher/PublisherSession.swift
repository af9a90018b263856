internal import CRabbitMQ

/// A publisher's link while it lasts, with confirms on.
struct PublisherSession: ~Copyable {
  private var link: Link
  private let options: PublisherOptions
  private let tick: Duration
  /// The number that the broker will give to the next message.
  private var nextTag: UInt64 = 1
  private var blocked: String?
  private var returns = ReturnReader()
  private var frame = amqp_frame_t()

  init(_ broker: BrokerOptions, _ options: PublisherOptions, _ cutter: Cutter) throws(BrokerError) {
    let link = try Link(broker, cutter: cutter)
    try link.selectConfirms()
    tick = .milliseconds(link.heartbeat * 1_000 / 4)
    self.link = link
    self.options = options
  }

  consuming func close() { link.close(within: .seconds(1)) }

  /// Waits a while for something to send, keeping the link alive.
  mutating func idle(_ wake: Wake) throws(BrokerError) {
    _ = Wait.socket(link.descriptor, or: wake, within: tick)
    var nothing = ConfirmWindow(messages: [], firstTag: nextTag)
    try read(&nothing)
  }

  /// Sends the messages and waits for the broker's answer to each.
  mutating func publish(_ job: PublisherJob) throws(BrokerError) -> [PublishOutcome] {
    var window = ConfirmWindow(messages: job.messages, firstTag: nextTag)
    do throws(BrokerError) {
      while !window.isDecided {
        try checkTime(job)
        var burst = 0
        while blocked == nil, burst < 128, let message = window.next(atMost: options.window) {
          try link.publish(message)
          nextTag += 1
          burst += 1
        }
        let mustWait = blocked != nil || !window.maySend(atMost: options.window)
        if mustWait && !link.hasBuffered {
          Wait.readable(link.descriptor, within: min(job.deadline - .now, tick))
        }
        try read(&window)
      }
    } catch .closedByBroker(code: 404, let text) {
      let exchange = job.messages.first { text.contains("'\($0.exchange)'") }?.exchange
      throw exchange.map { .missing(.exchange($0), text: text) } ?? .closedByBroker(code: 404, text: text)
    } catch .linkLost where ContinuousClock.now >= job.deadline {
      try checkTime(job)
    }
    return window.outcomes
  }

  private func checkTime(_ job: PublisherJob) throws(BrokerError) {
    guard ContinuousClock.now >= job.deadline else { return }
    if let blocked { throw .blocked(reason: blocked) }
    throw .timedOut(waitingFor: "confirms", after: options.deadline)
  }

  /// Reads what has arrived.
  private mutating func read(_ window: inout ConfirmWindow) throws(BrokerError) {
    while try link.nextFrame(&frame) {
      defer { link.releaseBuffers() }
      if let returned = try returns.take(frame) {
        window.returned(returned)
      } else if Int32(frame.frame_type) == AMQP_FRAME_METHOD {
        try heed(&window)
      }
    }
  }

  private mutating func heed(_ window: inout ConfirmWindow) throws(BrokerError) {
    let method = frame.payload.method
    switch (method.id, method.decoded) {
    case (AMQP_BASIC_RETURN_METHOD, _):
      return
    case (AMQP_BASIC_ACK_METHOD, let decoded?):
      let ack = decoded.assumingMemoryBound(to: amqp_basic_ack_t.self).pointee
      try window.decide(ack.delivery_tag, isMultiple: ack.multiple != 0, .confirmed)
    case (AMQP_BASIC_NACK_METHOD, let decoded?):
      let nack = decoded.assumingMemoryBound(to: amqp_basic_nack_t.self).pointee
      try window.decide(nack.delivery_tag, isMultiple: nack.multiple != 0, .refused)
    default:
      switch try link.notice(frame) {
      case .blocked(let reason): blocked = reason
      case .unblocked: blocked = nil
      case .ready, .other: break
      }
    }
  }
}
