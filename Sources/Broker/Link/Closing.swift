internal import CRabbitMQ

extension Link {
  /// Says goodbye and waits a short while for the answer, so that what was sent before is known to have arrived.
  ///
  /// Deliveries that still come are thrown away: unacknowledged, they go back to their queue.
  consuming func close(within bound: Duration) {
    Arena.with { arena in
      var close = amqp_connection_close_t()
      close.reply_code = UInt16(AMQP_REPLY_SUCCESS)
      close.reply_text = arena.bytes("goodbye")
      guard amqp_send_method(handle.pointer, 0, AMQP_CONNECTION_CLOSE_METHOD, &close) >= 0 else { return }
      let deadline = ContinuousClock.now + bound
      var frame = amqp_frame_t()
      while ContinuousClock.now < deadline {
        guard let got = try? nextFrame(&frame) else { return }
        if got {
          let isMethod = Int32(frame.frame_type) == AMQP_FRAME_METHOD
          if isMethod && frame.payload.method.id == AMQP_CONNECTION_CLOSE_OK_METHOD { return }
          if isMethod && frame.payload.method.id == AMQP_CONNECTION_CLOSE_METHOD {
            _ = handle.answerClose(frame.payload.method)
            return
          }
          releaseBuffers()
        } else {
          Wait.readable(descriptor, within: deadline - .now)
        }
      }
    }
  }
}
