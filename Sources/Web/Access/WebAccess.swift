public import Dossiers

/// Who may look at the pages, and how it is known who looks.
public struct WebAccess: Sendable {
  /// Somebody who may look.
  public struct Reader: Sendable {
    /// Who, and for what.
    public let viewer: Viewer
    /// The hash of the password; nil where a proxy alone can vouch.
    public let password: PasswordHash?

    /// A reader of these parts.
    public init(viewer: Viewer, password: PasswordHash?) {
      self.viewer = viewer
      self.password = password
    }
  }

  /// A proxy that says from where somebody looks, and perhaps who.
  public struct Proxy: Sendable, Hashable {
    /// The IP address that it speaks from.
    public let address: String
    /// The header with the reader's name; nil where the proxy names nobody.
    public let header: String?

    /// A proxy at this address.
    public init(address: String, header: String?) {
      self.address = address
      self.header = header
    }
  }

  let readers: @Sendable () -> [String: Reader]
  let isLoopback: Bool
  let publicURL: String?
  let proxy: Proxy?
  let idle: Span
  let longest: Span

  /// Access of these parts.
  ///
  /// - Parameters:
  ///   - readers: Who may look, by name, as the configuration has it now.
  ///   - isLoopback: Whether only this machine reaches the server.
  ///   - publicURL: The address under which people reach the pages, where it is another.
  ///   - proxy: The proxy whose word counts.
  ///   - idle: After how long without a look somebody must log in again.
  ///   - longest: After how long everybody must log in again.
  public init(
    readers: @escaping @Sendable () -> [String: Reader] = { [:] }, isLoopback: Bool = true, publicURL: String? = nil,
    proxy: Proxy? = nil, idle: Span = .minutes(60), longest: Span = .hours(12)
  ) {
    self.readers = readers
    self.isLoopback = isLoopback
    self.publicURL = publicURL
    self.proxy = proxy
    self.idle = idle
    self.longest = longest
  }

  /// Whether everybody on this machine may look, without a name: only while there are no readers, and nothing leads here
  /// from elsewhere.
  var isOpen: Bool { isLoopback && publicURL == nil && proxy == nil && readers().isEmpty }

  /// Whether cookies travel by TLS alone.
  var isSecure: Bool { publicURL?.hasPrefix("https://") ?? false }
}
