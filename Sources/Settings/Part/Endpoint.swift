/// A host and a TCP port.
public struct Endpoint: Sendable, Hashable, CustomStringConvertible {
  /// A host name or an IP address, an IPv6 one without brackets.
  public let host: String
  /// The TCP port.
  public let port: Int

  /// `host:port`.
  public var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }

  /// Whether the host is this machine.
  var isLoopback: Bool {
    host == "localhost" || host == "::1"
      || (host.hasPrefix("127.") && host.utf8.allSatisfy { $0 == UInt8(ascii: ".") || (48...57).contains($0) })
  }

  init(host: String, port: Int) {
    self.host = host
    self.port = port
  }

  /// What `text` names as `host:port`, or as `host` where there is a `defaultPort`.
  init?(_ text: some StringProtocol, defaultPort: Int? = nil) {
    var host = String(text)
    var port = defaultPort
    if let colon = host.lastIndex(of: ":"), !host.hasSuffix("]") {
      port = Int(host[host.index(after: colon)...])
      host = String(host[..<colon])
    }
    if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
    guard let port, (1...65_535).contains(port), !host.isEmpty, host.utf8.allSatisfy(Endpoint.isOfHost) else {
      return nil
    }
    self.init(host: host, port: port)
  }

  /// Whether a byte may stand in a host name or an IP address.
  static func isOfHost(_ byte: UInt8) -> Bool {
    (48...58).contains(byte) || (97...122).contains(byte | 32) || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "-")
  }
}
