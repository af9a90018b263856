/// Where the broker is and who knocks: an AMQP URI, read.
///
/// `amqp://user:password@host:port/vhost`, or `amqps://` for TLS. What is missing takes the default of the
/// specification: `guest`, `guest`, `localhost`, 5672 (5671 with TLS) and the vhost `/`.
/// Source: RabbitMQ, "RabbitMQ URI Specification".
public struct BrokerAddress: Sendable, Hashable {
  /// Whether the link is encrypted (`amqps`).
  public let isEncrypted: Bool
  /// The user's name.
  public let user: String
  /// The user's password. Never part of ``description``.
  public let password: String
  /// A host name or an IP address, an IPv6 one without brackets.
  public let host: String
  /// The TCP port.
  public let port: Int
  /// The virtual host.
  public let vhost: String

  /// An address from its parts.
  ///
  /// - Parameters:
  ///   - isEncrypted: Whether to speak TLS.
  ///   - user: The user's name.
  ///   - password: The user's password.
  ///   - host: A host name or an IP address.
  ///   - port: The TCP port.
  ///   - vhost: The virtual host.
  /// - Throws: ``BrokerError/invalidAddress(reason:)`` where a part can't be sent to a broker.
  public init(
    isEncrypted: Bool = false, user: String = "guest", password: String = "guest", host: String = "localhost",
    port: Int? = nil, vhost: String = "/"
  ) throws(BrokerError) {
    let port = port ?? (isEncrypted ? 5671 : 5672)
    guard !host.isEmpty else { throw .invalidAddress(reason: "the host is empty") }
    guard (1...65_535).contains(port) else {
      throw .invalidAddress(reason: "the port is \(port), expected 1 to 65535")
    }
    for (name, value) in [("user", user), ("password", password), ("host", host), ("vhost", vhost)]
    where value.utf8.contains(0) {
      throw .invalidAddress(reason: "the \(name) holds a zero byte")
    }
    guard vhost.utf8.count <= 255 else {
      throw .invalidAddress(reason: "the vhost is longer than AMQP's 255 bytes")
    }
    self.isEncrypted = isEncrypted
    self.user = user
    self.password = password
    self.host = host
    self.port = port
    self.vhost = vhost
  }

  /// Host and port, as they stand in log lines.
  public var endpoint: String { "\(host.contains(":") ? "[\(host)]" : host):\(port)" }

  /// Whether the host is an IP address, which no certificate is matched against.
  var isNumeric: Bool {
    host.contains(":") || (host.split(separator: ".").count == 4 && host.allSatisfy { $0.isNumber || $0 == "." })
  }
}

extension BrokerAddress: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The URI with the password left out.
  public var description: String {
    let path = vhost == "/" ? "" : PercentEncoding.encode(vhost)
    return "\(isEncrypted ? "amqps" : "amqp")://\(PercentEncoding.encode(user)):***@\(endpoint)/\(path)"
  }

  /// The same as ``description``: a debugger's output must not leak the password either.
  public var debugDescription: String { description }

  /// Shows only ``description``, so that `dump` and mirrors don't find the password.
  public var customMirror: Mirror { Mirror(self, children: ["uri": description]) }
}
