/// How long a webhook may take.
public struct WebhookLimits: Sendable, Hashable {
  /// How long a connection may take to come about.
  public let connect: Duration
  /// How long one message may take, its connection and the answer included.
  public let whole: Duration

  /// Limits of this length.
  public init(connect: Duration = .seconds(10), whole: Duration = .seconds(30)) {
    self.connect = connect
    self.whole = whole
  }
}
