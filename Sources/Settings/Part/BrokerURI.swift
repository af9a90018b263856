/// The AMQP URI of the broker, `amqp://user:password@host:port/vhost` or `amqps://…`, printed without its password.
/// Source: RabbitMQ, "RabbitMQ URI Specification".
public struct BrokerURI: Sendable, Hashable, CustomStringConvertible {
  /// The whole URI.
  public let secret: Secret
  /// Whether the link is encrypted.
  public let isEncrypted: Bool
  /// Host and port.
  public let endpoint: Endpoint
  /// Whether it holds a password that is worth hiding.
  let holdsPassword: Bool

  /// The URI without the password.
  public var description: String { "\(isEncrypted ? "amqps" : "amqp")://\(endpoint)" }

  /// The URI of the broker on `host` for a user that needs no password.
  init(host: String) {
    isEncrypted = false
    endpoint = Endpoint(host: host, port: 5672)
    holdsPassword = false
    secret = Secret("amqp://\(host)")
  }

  /// The URI that `text` is, or nil.
  init?(_ text: String) {
    guard let mark = text.firstRange(of: "://") else { return nil }
    switch text[..<mark.lowerBound] {
    case "amqp": isEncrypted = false
    case "amqps": isEncrypted = true
    default: return nil
    }
    let authority = text[mark.upperBound...].prefix { $0 != "/" && $0 != "?" }
    let parts = authority.split(separator: "@", omittingEmptySubsequences: false)
    guard let host = parts.last, parts.count <= 2,
      let endpoint = Endpoint(host.isEmpty ? "localhost" : host, defaultPort: isEncrypted ? 5671 : 5672)
    else { return nil }
    self.endpoint = endpoint
    let login = parts.count == 2 ? parts[0].split(separator: ":", maxSplits: 1) : []
    holdsPassword = login.count == 2 && login[1] != "guest"
    secret = Secret(text)
  }
}
