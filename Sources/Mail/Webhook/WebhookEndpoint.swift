/// A receiver that is told by a POST of JSON instead of by mail: a province's own gateway to SMS or Zalo.
public struct WebhookEndpoint: Sendable, Hashable {
  /// Where it is.
  public let url: WebhookURL
  /// What messages to it are signed with.
  public let secrets: WebhookSecrets
  /// A file of the authorities that are trusted, in PEM, in place of the system's.
  public let caFile: String?

  /// An endpoint of these parts.
  public init(url: WebhookURL, secrets: WebhookSecrets, caFile: String? = nil) {
    self.url = url
    self.secrets = secrets
    self.caFile = caFile
  }
}

/// What a receiver answered when it took a message.
public struct WebhookReply: Sendable, Hashable {
  /// The status, 2xx.
  public let code: Int
  /// The beginning of the body.
  public let text: String
}
