internal import CRabbitMQ

/// What the broker says beside deliveries and confirms.
enum Notice {
  case blocked(reason: String)
  case unblocked
  /// How many messages are ready in the queue that was asked after.
  case ready(Int)
  case other(amqp_method_number_t)
}

extension Link {
  /// Reads a method that can come at any time; throws where it ends the link or a consumer.
  func notice(_ frame: amqp_frame_t) throws(BrokerError) -> Notice {
    let method = frame.payload.method
    switch method.id {
    case AMQP_CHANNEL_CLOSE_METHOD, AMQP_CONNECTION_CLOSE_METHOD:
      throw handle.answerClose(method)?.error(about: nil) ?? .protocolViolated(reason: "an empty close")
    case AMQP_BASIC_CANCEL_METHOD:
      let queue = method.decoded?.assumingMemoryBound(to: amqp_basic_cancel_t.self).pointee.consumer_tag.text
      throw .consumerCancelled(queue: queue ?? "")
    case AMQP_CONNECTION_BLOCKED_METHOD:
      let reason = method.decoded?.assumingMemoryBound(to: amqp_connection_blocked_t.self).pointee.reason.text
      return .blocked(reason: reason ?? "")
    case AMQP_CONNECTION_UNBLOCKED_METHOD:
      return .unblocked
    case AMQP_QUEUE_DECLARE_OK_METHOD:
      let count = method.decoded?.assumingMemoryBound(to: amqp_queue_declare_ok_t.self).pointee.message_count
      return .ready(Int(count ?? 0))
    default:
      return .other(method.id)
    }
  }
}
