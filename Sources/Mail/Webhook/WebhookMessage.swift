/// The name of a message, the same for ever for the same content, so that a receiver can drop a repeat.
public struct WebhookID: Sendable, Hashable, CustomStringConvertible {
  /// The name.
  public let text: String

  /// The name of the content that `parts` describe: equal parts give an equal name, in every process.
  public init(stable parts: [String]) {
    text = StableHash.hex(parts)
  }

  /// The name.
  public var description: String { text }
}

/// What is sent to a webhook, in the manner of the Standard Webhooks specification.
public struct WebhookMessage: Sendable, Hashable {
  /// Its name.
  public let id: WebhookID
  /// When it is sent, in seconds since the Unix epoch; a receiver refuses what is too old to be no replay.
  public let sentSeconds: Int64
  /// The JSON.
  public let body: [UInt8]

  /// A message of these parts.
  public init(id: WebhookID, sentSeconds: Int64, body: [UInt8]) {
    self.id = id
    self.sentSeconds = sentSeconds
    self.body = body
  }

  /// The header fields that it goes with, signed by `secrets`.
  func headers(signedBy secrets: WebhookSecrets) -> [String] {
    [
      "Content-Type: application/json", "webhook-id: \(id.text)", "webhook-timestamp: \(sentSeconds)",
      "webhook-signature: \(secrets.signature(of: self))",
      // Else libcurl waits a second for the word to go on before it sends a large body.
      "Expect:",
    ]
  }
}
