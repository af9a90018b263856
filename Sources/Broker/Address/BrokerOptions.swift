/// How to reach the broker and how long to wait for it.
public struct BrokerOptions: Sendable, Hashable {
  /// The broker's address and the credentials.
  public var address: BrokerAddress
  /// The name under which the broker lists the connection.
  public var connectionName: String
  /// Seconds between heartbeats, 1 to 600; a dead link is noticed after two. The broker may ask for fewer.
  public var heartbeat: Int
  /// How long opening the socket, the handshake and each answer of the broker may take.
  public var connectTimeout: Duration
  /// What an `amqps` link is verified with; without meaning for `amqp`.
  public var tls: BrokerTLS

  /// Options with the defaults.
  ///
  /// - Parameters:
  ///   - address: The broker's address.
  ///   - connectionName: The name under which the broker lists the connection.
  ///   - heartbeat: Seconds between heartbeats.
  ///   - connectTimeout: The bound on each wait while connecting.
  ///   - tls: What an `amqps` link is verified with.
  public init(
    address: BrokerAddress, connectionName: String = "dossierd", heartbeat: Int = 30,
    connectTimeout: Duration = .seconds(10), tls: BrokerTLS = BrokerTLS()
  ) {
    self.address = address
    self.connectionName = connectionName
    self.heartbeat = heartbeat
    self.connectTimeout = connectTimeout
    self.tls = tls
  }

  /// Looks for what could never work.
  ///
  /// - Throws: ``BrokerError/invalidOption(name:reason:)`` or ``BrokerError/tls(endpoint:reason:)``.
  public func check() throws(BrokerError) {
    guard (1...600).contains(heartbeat) else {
      throw .invalidOption(
        name: "heartbeat", reason: "\(heartbeat) s; expected 1 to 600, since without one a dead link is never noticed")
    }
    guard connectTimeout >= .milliseconds(1), connectTimeout <= .seconds(600) else {
      throw .invalidOption(name: "connectTimeout", reason: "\(connectTimeout); expected 1 ms to 10 minutes")
    }
    guard !connectionName.isEmpty, connectionName.utf8.count <= 255 else {
      throw .invalidOption(name: "connectionName", reason: "expected 1 to 255 bytes")
    }
    if address.isEncrypted { try tls.check(address) }
  }
}
