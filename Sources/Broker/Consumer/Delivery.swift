/// One message as the broker delivered it.
public struct Delivery: Sendable {
  /// The queue it came from.
  public internal(set) var queue = ""
  /// The exchange it was published to, empty for the default one.
  public internal(set) var exchange = ""
  /// The key it was published with.
  public internal(set) var routingKey = ""
  /// The `content-type` property.
  public internal(set) var contentType: String?
  /// The `message-id` property: what the publisher says, vouched for by nobody.
  public internal(set) var messageID: String?
  /// The `user-id` property: where it is set, the broker has checked that the publisher logged in as that user.
  public internal(set) var userID: String?
  /// Whether it may have been delivered before.
  public internal(set) var isRedelivered = false
  /// How often it has been given back to a quorum queue.
  public internal(set) var deliveryCount = 0
  /// Why and where it became a dead letter, where it did.
  public internal(set) var death: Death?
  /// The body, or its beginning where it was larger than the consumer takes.
  public internal(set) var body: [UInt8] = []
  /// The whole body's size in bytes, where ``body`` is only its beginning.
  public internal(set) var truncatedFrom: Int?

  var tag: UInt64 = 0
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
