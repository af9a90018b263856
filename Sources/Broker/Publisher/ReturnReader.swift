internal import CRabbitMQ

/// What the broker says of a message that it could not route.
struct ReturnedMessage {
  let code: Int
  let text: String
  let exchange: String
  let routingKey: String
  var messageID: String?
}

/// Reads returned messages from their frames, and passes over their bodies.
struct ReturnReader {
  private var current: ReturnedMessage?
  private var remaining: UInt64 = 0

  /// Takes a frame; gives the message when the frame completes one.
  mutating func take(_ frame: amqp_frame_t) throws(BrokerError) -> ReturnedMessage? {
    switch Int32(frame.frame_type) {
    case AMQP_FRAME_METHOD where frame.payload.method.id == AMQP_BASIC_RETURN_METHOD:
      let fields = frame.payload.method.decoded?.assumingMemoryBound(to: amqp_basic_return_t.self).pointee
      current = fields.map {
        ReturnedMessage(
          code: Int($0.reply_code), text: $0.reply_text.text, exchange: $0.exchange.text,
          routingKey: $0.routing_key.text)
      }
      return nil
    case AMQP_FRAME_HEADER:
      if let properties = frame.messageProperties,
        properties.pointee._flags & UInt32(AMQP_BASIC_MESSAGE_ID_FLAG) != 0
      {
        current?.messageID = properties.pointee.message_id.text
      }
      remaining = frame.payload.properties.body_size
    case AMQP_FRAME_BODY:
      let count = UInt64(frame.payload.body_fragment.len)
      guard count <= remaining else { throw .protocolViolated(reason: "a body longer than announced") }
      remaining -= count
    default:
      return nil
    }
    return remaining == 0 ? current.take() : nil
  }
}
