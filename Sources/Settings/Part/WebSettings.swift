/// Where pages, metrics and health are served.
public struct WebSettings: Sendable, Hashable {
  /// What is listened on; nil where the web is off.
  public let listen: Endpoint?

  init(_ section: Section) {
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
    if !endpoint.isLoopback, !mayBePlain {
      written.refuse(
        "an address of this machine alone",
        advice: "put a proxy with TLS in front, or set 'allow-plain: true' where the network itself is protected")
    }
  }
}
