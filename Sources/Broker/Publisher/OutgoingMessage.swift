/// A message to publish.
public struct OutgoingMessage: Sendable, Hashable {
  /// The exchange, empty for the default one, which takes a queue's name as the routing key.
  public var exchange: String
  /// The routing key.
  public var routingKey: String
  /// The body.
  public var body: [UInt8]
  /// The `content-type` property.
  public var contentType: String?
  /// The `message-id` property.
  public var messageID: String?
  /// The `user-id` property; the broker refuses one that isn't the user's who is logged in.
  public var userID: String?
  /// Whether the broker must keep it on disk.
  public var isPersistent: Bool

  /// A message.
  ///
  /// - Parameters:
  ///   - exchange: The exchange.
  ///   - routingKey: The routing key.
  ///   - body: The body.
  ///   - contentType: The `content-type` property.
  ///   - messageID: The `message-id` property.
  ///   - userID: The `user-id` property.
  ///   - isPersistent: Whether the broker must keep it on disk.
  public init(
    exchange: String, routingKey: String, body: [UInt8], contentType: String? = nil, messageID: String? = nil,
    userID: String? = nil, isPersistent: Bool = true
  ) {
    self.exchange = exchange
    self.routingKey = routingKey
    self.body = body
    self.contentType = contentType
    self.messageID = messageID
    self.userID = userID
    self.isPersistent = isPersistent
  }

  /// Looks for what a frame can't carry.
  func check() throws(BrokerError) {
    for (name, text) in [
      ("exchange", exchange), ("routing key", routingKey), ("content type", contentType ?? ""),
      ("message id", messageID ?? ""), ("user id", userID ?? ""),
    ] where text.utf8.count > 255 {
      throw .unsendable(reason: "its \(name) is \(text.utf8.count) bytes long, and AMQP carries at most 255")
    }
  }
}

/// What became of a published message.
public enum PublishOutcome: Sendable, Hashable {
  /// The broker has it, and a quorum or the disk too where the queue asks for that.
  case confirmed
  /// No queue is bound for its key: the broker gave it back.
  case returned(code: Int, text: String)
  /// The broker could not or would not keep it, as a full queue does.
  case refused
}
