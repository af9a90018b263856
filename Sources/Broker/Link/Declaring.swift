internal import CRabbitMQ

/// The calls that declare, look up and subscribe; each waits for the broker's answer within the connect timeout.
extension Link {
  func passivelyDeclare(queue: String) throws(BrokerError) {
    try Arena.with { arena throws(BrokerError) in
      _ = amqp_queue_declare(
        handle.pointer, Self.channel, arena.bytes(queue), 1, 0, 0, 0, amqp_table_t())
      try handle.checkReply(about: .queue(queue), waitingFor: "the queue \"\(queue)\"")
    }
  }

  func passivelyDeclare(exchange: String) throws(BrokerError) {
    try Arena.with { arena throws(BrokerError) in
      _ = amqp_exchange_declare(
        handle.pointer, Self.channel, arena.bytes(exchange), arena.bytes("topic"), 1, 0, 0, 0, amqp_table_t())
      try handle.checkReply(about: .exchange(exchange), waitingFor: "the exchange \"\(exchange)\"")
    }
  }

  func declare(queue: String, arguments: KeyValuePairs<String, Field>) throws(BrokerError) {
    try Arena.with { arena throws(BrokerError) in
      _ = amqp_queue_declare(
        handle.pointer, Self.channel, arena.bytes(queue), 0, 1, 0, 0, arena.table(arguments))
      try handle.checkReply(about: .queue(queue), waitingFor: "the queue \"\(queue)\"")
    }
  }

  func declare(exchange: String, type: String) throws(BrokerError) {
    try Arena.with { arena throws(BrokerError) in
      _ = amqp_exchange_declare(
        handle.pointer, Self.channel, arena.bytes(exchange), arena.bytes(type), 0, 1, 0, 0, amqp_table_t())
      try handle.checkReply(about: .exchange(exchange), waitingFor: "the exchange \"\(exchange)\"")
    }
  }

  func bind(queue: String, exchange: String, key: String) throws(BrokerError) {
    try Arena.with { arena throws(BrokerError) in
      _ = amqp_queue_bind(
        handle.pointer, Self.channel, arena.bytes(queue), arena.bytes(exchange), arena.bytes(key), amqp_table_t())
      try handle.checkReply(
        about: .binding(queue: queue, exchange: exchange, key: key), waitingFor: "the binding of \"\(queue)\"")
    }
  }

  /// Subscribes with manual acknowledgement. The queue's name is the consumer's tag, so that a delivery names its queue.
  func consume(queue: String, prefetch: Int) throws(BrokerError) {
    _ = amqp_basic_qos(handle.pointer, Self.channel, 0, UInt16(clamping: prefetch), 0)
    try handle.checkReply(about: .queue(queue), waitingFor: "the prefetch of \"\(queue)\"")
    try Arena.with { arena throws(BrokerError) in
      let name = arena.bytes(queue)
      _ = amqp_basic_consume(handle.pointer, Self.channel, name, name, 0, 0, 0, amqp_table_t())
      try handle.checkReply(about: .queue(queue), waitingFor: "the subscription to \"\(queue)\"")
    }
  }

  /// Asks the broker to confirm each message published from now on.
  func selectConfirms() throws(BrokerError) {
    _ = amqp_confirm_select(handle.pointer, Self.channel)
    try handle.checkReply(about: nil, waitingFor: "publisher confirms")
  }
}
