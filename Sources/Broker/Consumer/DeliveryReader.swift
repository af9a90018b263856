internal import CRabbitMQ

/// Puts deliveries together from their frames: a method, a header, then the body in pieces.
///
/// Frames are read one by one rather than by `amqp_consume_message`, whose waits have no bound once a body has begun
/// and which keeps a body of any size.
struct DeliveryReader {
  private enum Expected { case method, header, body }

  /// What was read so far of the delivery that is under way.
  private struct Draft {
    var tag: UInt64 = 0
    var isRedelivered = false
    var routingKey = ""
    var contentType: String?
    var messageID: String?
    var userID: String?
    var deliveryCount = 0
    var death: Death?
    var body: [UInt8] = []
    var truncatedFrom: Int?
  }

  private let bodyLimit: Int
  private var texts = Interner()
  private var expected = Expected.method
  private var draft = Draft()
  /// The last delivery's texts that seldom change; one that stands in the program's own text is shared for nothing.
  private var last = (queue: "", exchange: "", contentType: "application/cloudevents+json")
  private var remaining = 0

  init(bodyLimit: Int) { self.bodyLimit = bodyLimit }

  /// Takes a frame of the channel: a delivery when it completes one, a notice when it is another method.
  mutating func take(
    _ frame: amqp_frame_t, notice: (amqp_frame_t) throws(BrokerError) -> Void
  ) throws(BrokerError) -> Delivery? {
    switch (Int32(frame.frame_type), expected) {
    case (AMQP_FRAME_METHOD, _) where frame.payload.method.id != AMQP_BASIC_DELIVER_METHOD:
      try notice(frame)
      return nil
    case (AMQP_FRAME_METHOD, .method):
      try begin(frame.payload.method)
      return nil
    case (AMQP_FRAME_HEADER, .header):
      try readHeader(frame)
      return remaining == 0 ? finish() : nil
    case (AMQP_FRAME_BODY, .body):
      try append(frame.payload.body_fragment.buffer)
      return remaining == 0 ? finish() : nil
    default:
      throw .protocolViolated(reason: "a frame of type \(frame.frame_type) where a \(expected) belongs")
    }
  }

  /// Begins a delivery that was asked for: its header and body are the frames that follow.
  mutating func begin(_ fields: amqp_basic_get_ok_t, of queue: String) {
    begin(tag: fields.delivery_tag, fields.redelivered, fields.exchange, fields.routing_key)
    last.queue = queue
  }

  private mutating func begin(_ method: amqp_method_t) throws(BrokerError) {
    guard let fields = method.decoded?.assumingMemoryBound(to: amqp_basic_deliver_t.self).pointee else {
      throw .protocolViolated(reason: "an empty delivery")
    }
    begin(tag: fields.delivery_tag, fields.redelivered, fields.exchange, fields.routing_key)
    last.queue = texts.text(fields.consumer_tag.buffer, like: last.queue)
  }

  private mutating func begin(
    tag: UInt64, _ redelivered: amqp_boolean_t, _ exchange: amqp_bytes_t, _ key: amqp_bytes_t
  ) {
    draft.tag = tag
    draft.isRedelivered = redelivered != 0
    last.exchange = texts.text(exchange.buffer, like: last.exchange)
    draft.routingKey = texts.text(key.buffer)
    expected = .header
  }

  private mutating func readHeader(_ frame: amqp_frame_t) throws(BrokerError) {
    guard let size = Int(exactly: frame.payload.properties.body_size), let properties = frame.messageProperties
    else { throw .protocolViolated(reason: "a header that can't be read") }
    let flags = properties.pointee._flags
    if flags & UInt32(AMQP_BASIC_CONTENT_TYPE_FLAG) != 0 {
      last.contentType = texts.text(properties.pointee.content_type.buffer, like: last.contentType)
      draft.contentType = last.contentType
    }
    if flags & UInt32(AMQP_BASIC_USER_ID_FLAG) != 0 {
      draft.userID = texts.text(properties.pointee.user_id.buffer)
    }
    if flags & UInt32(AMQP_BASIC_MESSAGE_ID_FLAG) != 0 {
      draft.messageID = properties.pointee.message_id.text
    }
    if flags & UInt32(AMQP_BASIC_HEADERS_FLAG) != 0 {
      draft.deliveryCount = properties.pointee.headers.first("x-delivery-count")?.number ?? 0
      draft.death = Death(properties.pointee.headers)
    }
    if size > bodyLimit { draft.truncatedFrom = size }
    draft.body.reserveCapacity(min(size, bodyLimit))
    remaining = size
    expected = .body
  }

  private mutating func append(_ piece: UnsafeRawBufferPointer) throws(BrokerError) {
    guard piece.count <= remaining else { throw .protocolViolated(reason: "a body longer than announced") }
    draft.body.append(contentsOf: piece.prefix(bodyLimit - draft.body.count))
    remaining -= piece.count
  }

  private mutating func finish() -> Delivery {
    expected = .method
    defer { draft = Draft() }
    return Delivery(
      queue: last.queue, exchange: last.exchange, routingKey: draft.routingKey, contentType: draft.contentType,
      messageID: draft.messageID, userID: draft.userID, isRedelivered: draft.isRedelivered,
      deliveryCount: draft.deliveryCount, death: draft.death, body: draft.body, truncatedFrom: draft.truncatedFrom,
      tag: draft.tag)
  }
}

extension Death {
  /// Reads what the broker writes into a dead letter's headers; `nil` where the message is none.
  init?(_ headers: amqp_table_t) {
    guard let reason = headers.first("x-first-death-reason")?.text else { return nil }
    self.reason = reason
    queue = headers.first("x-first-death-queue")?.text ?? ""
    let same = headers.first("x-death")?.tables.first {
      $0.first("reason")?.text == reason
    }
    count = same?.first("count")?.number ?? 1
  }
}
