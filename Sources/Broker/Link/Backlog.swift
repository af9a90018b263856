internal import CRabbitMQ

/// What waits in a queue before anything is taken from it.
struct Backlog {
  /// The message at its head, which has been taken; `nil` where nothing waits.
  let first: Delivery?
  /// How many messages wait, the first among them.
  let count: Int
}

extension Link {
  /// Counts what waits in a queue, by taking the first of it.
  ///
  /// The count that answers a declaration can't be relied on: RabbitMQ gives the leader of a quorum queue a quarter of a
  /// second, and says that nothing waits when it takes longer. A message comes from the leader itself, with the count.
  func backlog(of queue: String, bodyLimit: Int) throws(BrokerError) -> Backlog {
    let what = "the first message of \"\(queue)\""
    let reply = Arena.with { arena in amqp_basic_get(handle.pointer, Self.channel, arena.bytes(queue), 0) }
    try handle.check(reply, about: .queue(queue), waitingFor: what)
    guard reply.reply.id == AMQP_BASIC_GET_OK_METHOD,
      let fields = reply.reply.decoded?.assumingMemoryBound(to: amqp_basic_get_ok_t.self).pointee
    else { return Backlog(first: nil, count: 0) }
    var reader = DeliveryReader(bodyLimit: bodyLimit)
    reader.begin(fields, of: queue)
    return Backlog(first: try rest(of: &reader, waitingFor: what), count: Int(fields.message_count) + 1)
  }

  /// Asks how many messages are ready in a queue, and doesn't wait: the answer comes between deliveries, as a notice.
  ///
  /// It is for people to look at. Now and then RabbitMQ says that nothing waits where something does.
  func askAfter(queue: String) throws(BrokerError) {
    let status = Arena.with { arena in
      var question = amqp_queue_declare_t()
      question.queue = arena.bytes(queue)
      question.passive = 1
      return amqp_send_method(handle.pointer, Self.channel, AMQP_QUEUE_DECLARE_METHOD, &question)
    }
    try handle.check(status, waitingFor: "a question to leave")
  }

  /// Reads on until the delivery is whole.
  private func rest(of reader: inout DeliveryReader, waitingFor what: String) throws(BrokerError) -> Delivery {
    let deadline = ContinuousClock.now + options.connectTimeout
    var frame = amqp_frame_t()
    while ContinuousClock.now < deadline {
      guard try nextFrame(&frame) else {
        Wait.readable(descriptor, within: deadline - .now)
        continue
      }
      let delivery = try reader.take(frame) { frame throws(BrokerError) in _ = try notice(frame) }
      if let delivery {
        releaseBuffers()
        return delivery
      }
    }
    throw .timedOut(waitingFor: what, after: options.connectTimeout)
  }
}
