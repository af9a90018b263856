/// Where pages, metrics and health are served.
public struct WebSettings: Sendable, Hashable {
  /// What is listened on; nil where the web is off.
  public let listen: Endpoint?
  /// A proxy that says from where somebody looks, and perhaps who; nil where none is trusted.
  public let proxy: Proxy?
  /// After how many minutes without a look somebody must log in again.
  public let idleMinutes: Int
  /// After how many hours somebody must log in again.
  public let sessionHours: Int

  /// A proxy whose word counts.
  public struct Proxy: Sendable, Hashable {
    /// The IP address that it speaks from.
    public let address: String
    /// The header with the reader's name; nil where it says only from where somebody looks.
    public let header: String?
  }

  init(_ section: Section) {
    proxy = WebSettings.proxy(section)
    idleMinutes = section["session-idle-minutes"]?.integer(1...1440) ?? 60
    sessionHours = section["session-hours"]?.integer(1...168) ?? 12
    let written = section["listen"]
    let mayBePlain = section["allow-plain"]?.boolean() ?? false
    guard let written else {
      listen = Endpoint(host: "127.0.0.1", port: 8788)
      return
    }
    let endpoint = Endpoint(written.text)
    listen = endpoint
    guard written.text != "off" else { return }
    guard let endpoint else {
      written.refuse("host:port such as 127.0.0.1:8788, or off", advice: "correct it")
      return
    }
    if !endpoint.isLoopback {
      section.problems.checkPlain(
        written.place, isAllowed: mayBePlain, expected: "an address of this machine alone",
        found: "'\(written.text.prefix(80))'",
        advice: "put a proxy with TLS in front")
    }
  }

  /// Whether only this machine reaches the pages.
  public var isLoopback: Bool { listen?.isLoopback ?? true }

  private static func proxy(_ section: Section) -> Proxy? {
    let address = section["trusted-proxy"]
    let header = section["user-header"]
    guard let address else {
      header?.refuse(
        "the proxy's address beside the header", found: "none",
        advice: "set 'trusted-proxy' to the address that the proxy speaks from")
      return nil
    }
    let isAddress =
      !address.text.isEmpty && address.text.utf8.allSatisfy(isOfAddress)
      && (address.text.contains(":") || address.text.split(separator: ".").count == 4)
    guard isAddress else {
      address.refuse("an IP address such as 127.0.0.1", advice: "write the address, not a name or a network")
      return nil
    }
    guard let header else { return Proxy(address: address.text, header: nil) }
    let name = header.text
    let isToken =
      !name.isEmpty && name.utf8.allSatisfy { (97...122).contains($0 | 32) || (48...57).contains($0) || $0 == 45 }
    guard isToken else {
      header.refuse("the name of a header such as X-Remote-User", advice: "correct it")
      return nil
    }
    return Proxy(address: address.text, header: name)
  }

  private static func isOfAddress(_ byte: UInt8) -> Bool {
    (48...58).contains(byte) || (97...102).contains(byte | 32) || byte == UInt8(ascii: ".")
  }
}
