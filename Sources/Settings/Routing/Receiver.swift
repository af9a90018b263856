/// One who is told and is no agency, named in the routing.
public struct Receiver: Sendable, Hashable {
  /// Where it is mailed; nil where it has a webhook.
  public let mailbox: Lead?
  /// Where alerts are posted to; nil where it is mailed.
  public let webhook: Webhook?
}

/// A program that is told by HTTPS, such as a gateway for short messages.
public struct Webhook: Sendable, Hashable {
  /// The address: https, or http to this machine alone.
  public let url: String
  /// What each request is signed with.
  public let secret: Secret
  /// The authorities that the server's certificate is checked against, in PEM; nil for the system's.
  public let caFile: String?

  /// The scheme and the host of the address, which alone are shown: a token may stand in the rest.
  public var server: String {
    let parts = url.split(separator: "/", omittingEmptySubsequences: false).prefix(3)
    return String(parts.joined(separator: "/").prefix { $0 != "?" })
  }
}
