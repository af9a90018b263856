internal import CRabbitMQ

extension Link {
  /// Sends a message, asking for it back where no queue is bound for its key.
  func publish(_ message: OutgoingMessage) throws(BrokerError) {
    let status = Arena.with { arena in
      var properties = amqp_basic_properties_t()
      properties.delivery_mode = UInt8(
        message.isPersistent ? AMQP_DELIVERY_PERSISTENT.rawValue : AMQP_DELIVERY_NONPERSISTENT.rawValue)
      var flags = AMQP_BASIC_DELIVERY_MODE_FLAG
      if let contentType = message.contentType {
        properties.content_type = arena.bytes(contentType)
        flags |= AMQP_BASIC_CONTENT_TYPE_FLAG
      }
      if let messageID = message.messageID {
        properties.message_id = arena.bytes(messageID)
        flags |= AMQP_BASIC_MESSAGE_ID_FLAG
      }
      if let userID = message.userID {
        properties.user_id = arena.bytes(userID)
        flags |= AMQP_BASIC_USER_ID_FLAG
      }
      properties._flags = amqp_flags_t(flags)
      return message.body.withUnsafeBytes { body in
        // The library only reads the body; its type just doesn't say so.
        let bytes = amqp_bytes_t(len: body.count, bytes: UnsafeMutableRawPointer(mutating: body.baseAddress))
        return amqp_basic_publish(
          handle.pointer, Self.channel, arena.bytes(message.exchange), arena.bytes(message.routingKey), 1, 0,
          &properties, bytes)
      }
    }
    try handle.check(status, waitingFor: "a message to leave")
  }
}
