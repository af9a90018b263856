internal import CCurl

/// Where a webhook is: an address that libcurl itself has taken apart, so that none but it has a say in what it means.
public struct WebhookURL: Sendable, Hashable, CustomStringConvertible {
  /// The whole address. Its path and query may hold a secret of the receiver's: for libcurl alone.
  let text: String
  /// The scheme, host and, where one is written, port.
  public let place: String

  /// The same as `place`.
  public var description: String { place }

  /// The address that `text` is.
  ///
  /// - Parameters:
  ///   - text: `https://host/path`; `http` reaches this machine alone.
  ///   - allowPlain: whether `http` may reach other machines too.
  /// - Throws: `WebhookError.url` where it is none, names a user or a fragment, or leaves the way unprotected.
  public init(_ text: String, allowPlain: Bool = false) throws(WebhookError) {
    guard text.utf8.count <= 2000, text.utf8.allSatisfy({ (0x21...0x7e).contains($0) && $0 != UInt8(ascii: "\\") })
    else {
      throw .url(reason: "expected up to 2000 visible ASCII characters, other ones written as %XX or in Punycode")
    }
    let parts = try Parts(text)
    guard parts.scheme == "https" || parts.scheme == "http" else {
      throw .url(reason: "expected https://, found \(parts.scheme)://")
    }
    // libcurl forgives one slash and three.
    guard text.lowercased().hasPrefix("\(parts.scheme)://\(parts.host.lowercased())") else {
      throw .url(reason: "expected https://host/path, found a host written otherwise")
    }
    guard !text.contains("#") else {
      throw .url(reason: "expected no fragment, found one; leave out '#' and what follows it")
    }
    let host = parts.host.hasPrefix("[") ? String(parts.host.dropFirst().dropLast()) : parts.host
    guard parts.scheme == "https" || allowPlain || SMTPServer.isLoopback(host) else {
      throw .url(reason: "\(parts.host) is another machine and nothing protects the way there; write https://")
    }
    self.text = text
    place = "\(parts.scheme)://\(parts.host)\(parts.port.map { ":\($0)" } ?? "")"
  }

  private struct Parts {
    let scheme: String
    let host: String
    let port: String?

    init(_ text: String) throws(WebhookError) {
      guard let url = curl_url() else { throw .url(reason: "libcurl is out of memory") }
      defer { curl_url_cleanup(url) }
      let code = curl_url_set(url, CURLUPART_URL, text, UInt32(CURLU_DISALLOW_USER))
      guard code == CURLUE_OK else {
        let words = String(cString: curl_url_strerror(code))
        throw .url(reason: "expected https://host/path without a user, found one with: \(words)")
      }
      guard let scheme = Parts.part(CURLUPART_SCHEME, of: url), let host = Parts.part(CURLUPART_HOST, of: url) else {
        throw .url(reason: "expected https://host/path, found no host")
      }
      self.scheme = scheme
      self.host = host
      port = Parts.part(CURLUPART_PORT, of: url)
    }

    private static func part(_ part: CURLUPart, of url: OpaquePointer) -> String? {
      var text: UnsafeMutablePointer<CChar>?
      guard curl_url_get(url, part, &text, 0) == CURLUE_OK, let text else { return nil }
      defer { curl_free(text) }
      return String(cString: text)
    }
  }
}
