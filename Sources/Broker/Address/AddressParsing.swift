extension BrokerAddress {
  /// Reads an AMQP URI.
  ///
  /// User, password and vhost may be percent-encoded. A missing path means the vhost `/`; a path of a lone slash
  /// does too, as administrators write it. A query is refused, since nothing here would heed it.
  ///
  /// - Parameter uri: For example `amqps://dossierd:secret@mq.example.vn/bcci`.
  /// - Throws: ``BrokerError/invalidAddress(reason:)``, which names the part and never shows the password.
  public init(parsing uri: String) throws(BrokerError) {
    guard let schemeEnd = uri.firstRange(of: "://") else {
      throw .invalidAddress(reason: "it doesn't begin with amqp:// or amqps://")
    }
    let isEncrypted: Bool
    switch uri[..<schemeEnd.lowerBound].lowercased() {
    case "amqp": isEncrypted = false
    case "amqps": isEncrypted = true
    default: throw .invalidAddress(reason: "its scheme is neither amqp nor amqps")
    }

    let rest = uri[schemeEnd.upperBound...]
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let tail = rest[authority.endIndex...]
    guard !tail.contains(where: { $0 == "?" || $0 == "#" }) else {
      throw .invalidAddress(reason: "it has a query or a fragment, which would not be heeded; take it off")
    }
    guard authority.count(where: { $0 == "@" }) <= 1 else {
      throw .invalidAddress(reason: "it has more than one @; write an @ within user or password as %40")
    }

    let parts = authority.split(separator: "@", omittingEmptySubsequences: false)
    let (user, password) = try Self.credentials(parts.count == 2 ? parts[0] : nil)
    let (host, port) = try Self.endpoint(parts.last ?? authority)
    let path = tail.dropFirst()
    guard !path.contains("/") else {
      throw .invalidAddress(reason: "its vhost holds a bare slash; write it as %2F")
    }
    try self.init(
      isEncrypted: isEncrypted, user: user, password: password, host: host, port: port,
      vhost: path.isEmpty ? "/" : Self.decoded(path, "vhost"))
  }

  private static func credentials(_ text: Substring?) throws(BrokerError) -> (String, String) {
    guard let text else { return ("guest", "guest") }
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let user = parts.first, !user.isEmpty else {
      throw .invalidAddress(reason: "there is an @ but no user before it")
    }
    guard parts.count == 2 else { throw .invalidAddress(reason: "it has a user but no password") }
    guard !parts[1].contains(":") else {
      throw .invalidAddress(reason: "its password holds a bare colon; write it as %3A")
    }
    return (try decoded(user, "user"), try decoded(parts[1], "password"))
  }

  private static func endpoint(_ text: Substring) throws(BrokerError) -> (String, Int?) {
    var host = text
    var port = Substring()
    if text.hasPrefix("[") {
      guard let close = text.firstIndex(of: "]") else {
        throw .invalidAddress(reason: "its IPv6 address has no closing bracket")
      }
      host = text[text.index(after: text.startIndex)..<close]
      port = text[text.index(after: close)...]
      guard port.isEmpty || port.hasPrefix(":") else {
        throw .invalidAddress(reason: "something other than a port follows its IPv6 address")
      }
    } else if let colon = text.firstIndex(of: ":") {
      host = text[..<colon]
      port = text[colon...]
    }
    let name = host.isEmpty ? "localhost" : try decoded(host, "host")
    guard !port.isEmpty else { return (name, nil) }
    guard port.dropFirst().allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(port.dropFirst()) else {
      throw .invalidAddress(reason: "its port is not a number")
    }
    return (name, number)
  }

  private static func decoded(_ text: Substring, _ part: String) throws(BrokerError) -> String {
    guard let value = PercentEncoding.decode(text) else {
      throw .invalidAddress(reason: "its \(part) has a broken percent escape or isn't UTF-8")
    }
    return value
  }
}
