/// One message as the broker delivered it.
///
/// By reference: it goes through many hands, and each copy of its texts would cost more than to read it did.
public final class Delivery: Sendable {
  /// The queue it came from.
  public let queue: String
  /// The exchange it was published to, empty for the default one.
  public let exchange: String
  /// The key it was published with.
  public let routingKey: String
  /// The `content-type` property.
  public let contentType: String?
  /// The `message-id` property: what the publisher says, vouched for by nobody.
  public let messageID: String?
  /// The `user-id` property: where it is set, the broker has checked that the publisher logged in as that user.
  public let userID: String?
  /// Whether it may have been delivered before.
  public let isRedelivered: Bool
  /// How often it has been given back to a quorum queue.
  public let deliveryCount: Int
  /// Why and where it became a dead letter, where it did.
  public let death: Death?
  /// The body, or its beginning where it was larger than the consumer takes.
  public let body: [UInt8]
  /// The whole body's size in bytes, where ``body`` is only its beginning.
  public let truncatedFrom: Int?

  let tag: UInt64

  init(
    queue: String, exchange: String = "", routingKey: String = "", contentType: String? = nil,
    messageID: String? = nil, userID: String? = nil, isRedelivered: Bool = false, deliveryCount: Int = 0,
    death: Death? = nil, body: [UInt8], truncatedFrom: Int? = nil, tag: UInt64 = 0
  ) {
    self.queue = queue
    self.exchange = exchange
    self.routingKey = routingKey
    self.contentType = contentType
    self.messageID = messageID
    self.userID = userID
    self.isRedelivered = isRedelivered
    self.deliveryCount = deliveryCount
    self.death = death
    self.body = body
    self.truncatedFrom = truncatedFrom
    self.tag = tag
  }
}

/// Why a message became a dead letter.
public struct Death: Sendable, Hashable {
  /// The broker's word: `delivery_limit`, `rejected`, `expired` or `maxlen`.
  public let reason: String
  /// The queue that gave it up first.
  public let queue: String
  /// How often that happened.
  public let count: Int
}
