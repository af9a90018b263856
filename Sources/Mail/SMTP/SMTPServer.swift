import Foundation

/// A mail server and how it is spoken to.
public struct SMTPServer: Sendable, Hashable {
  /// What protects the connection.
  public enum Security: String, Sendable, Hashable, CaseIterable {
    /// Nothing.
    case plain
    /// TLS begun within the connection, and no mail without it (RFC 3207).
    case starttls
    /// TLS from the first byte (RFC 8314).
    case tls
  }

  /// The host's name or address.
  public let host: String
  /// The port.
  public let port: UInt16
  /// What protects the connection.
  public let security: Security
  /// Who we are to the server, where it asks.
  public let login: SMTPLogin?
  /// A file of the authorities that are trusted, in PEM, in place of the system's.
  public let caFile: String?
  /// Who we are to the server by a certificate, where it asks for one.
  public let certificate: SMTPCertificate?
  /// Whether the server's certificate must be trusted and bear its name.
  public let verify: Bool
  /// How long a connection may take to come about.
  public let connectTimeout: Duration
  /// How long one mail may take, its connection included.
  public let transferTimeout: Duration

  /// A server at `host` and `port`.
  ///
  /// - Parameters:
  ///   - host: a name, an IPv4 or an IPv6 address.
  ///   - port: 587 with `starttls` and 465 with `tls`, as a rule.
  ///   - security: what protects the connection.
  ///   - login: who we are to the server.
  ///   - caFile: authorities to trust in place of the system's, in PEM.
  ///   - certificate: who we are to the server by a certificate.
  ///   - verify: false trusts any certificate.
  ///   - allowPlain: whether mails and passwords may cross a network unprotected.
  ///   - connectTimeout: how long a connection may take to come about.
  ///   - transferTimeout: how long one mail may take.
  /// - Throws: `MailError.server` where the host is none, or is not this machine and the connection is unprotected.
  public init(
    host: String, port: UInt16, security: Security, login: SMTPLogin? = nil, caFile: String? = nil,
    certificate: SMTPCertificate? = nil, verify: Bool = true, allowPlain: Bool = false,
    connectTimeout: Duration = .seconds(15),
    transferTimeout: Duration = .seconds(60)
  ) throws(MailError) {
    guard MailAddress.isDomain(host) || SMTPServer.isIPv6(host) else {
      throw .server(host, reason: "expected a host name or an IP address")
    }
    guard security != .plain || allowPlain || SMTPServer.isLoopback(host) else {
      throw .server(host, reason: "it is another machine and nothing protects the way there; set starttls or tls")
    }
    guard connectTimeout > .zero, transferTimeout > .zero else {
      throw .server(host, reason: "its timeouts must be longer than nothing")
    }
    self.host = host
    self.port = port
    self.security = security
    self.login = login
    self.caFile = caFile
    self.certificate = certificate
    self.verify = verify
    self.connectTimeout = connectTimeout
    self.transferTimeout = transferTimeout
  }

  /// Where libcurl connects to.
  var url: String {
    "\(security == .tls ? "smtps" : "smtp")://\(place)"
  }

  /// The host and port, for errors.
  var place: String {
    "\(host.contains(":") ? "[\(host)]" : host):\(port)"
  }

  private static func isIPv6(_ host: String) -> Bool {
    var address = in6_addr()
    return inet_pton(AF_INET6, host, &address) == 1
  }

  /// Whether `host` is this machine by its very name.
  static func isLoopback(_ host: String) -> Bool {
    host == "localhost" || host == "::1"
      || (host.hasPrefix("127.") && host.utf8.allSatisfy { $0 == 46 || (48...57).contains($0) })
  }
}
