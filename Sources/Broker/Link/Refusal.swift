internal import CRabbitMQ

/// Why the broker closed a channel or a connection, in its own words.
struct Refusal {
  let code: Int
  let text: String

  /// The error, given what the call was about.
  func error(about thing: BrokerError.Thing?) -> BrokerError {
    switch (code, thing) {
    case (404, let thing?): .missing(thing, text: text)
    case (406, let thing?): .differs(thing, text: text)
    case (403, let thing): .forbidden(thing, text: text)
    default: .closedByBroker(code: code, text: text)
    }
  }
}

extension Handle {
  /// Reads `channel.close` or `connection.close` and answers it as the protocol asks; `nil` for any other method.
  func answerClose(_ method: amqp_method_t) -> Refusal? {
    guard let decoded = method.decoded else { return nil }
    switch method.id {
    case AMQP_CHANNEL_CLOSE_METHOD:
      let close = decoded.assumingMemoryBound(to: amqp_channel_close_t.self).pointee
      let refusal = Refusal(code: Int(close.reply_code), text: close.reply_text.text)
      var answer = amqp_channel_close_ok_t()
      _ = amqp_send_method(pointer, Link.channel, AMQP_CHANNEL_CLOSE_OK_METHOD, &answer)
      return refusal
    case AMQP_CONNECTION_CLOSE_METHOD:
      let close = decoded.assumingMemoryBound(to: amqp_connection_close_t.self).pointee
      let refusal = Refusal(code: Int(close.reply_code), text: close.reply_text.text)
      var answer = amqp_connection_close_ok_t()
      _ = amqp_send_method(pointer, 0, AMQP_CONNECTION_CLOSE_OK_METHOD, &answer)
      return refusal
    default:
      return nil
    }
  }
}
