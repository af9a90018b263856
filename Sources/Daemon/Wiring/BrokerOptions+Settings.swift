public import Broker
public import Settings

extension BrokerOptions {
  /// How to reach the broker of the settings.
  /// - Throws: `BrokerError` where the address cannot stand.
  public init(_ settings: BrokerSettings, connectionName: String) throws(BrokerError) {
    self.init(
      address: try BrokerAddress(parsing: settings.uri.secret.revealed), connectionName: connectionName,
      heartbeat: settings.heartbeatSeconds,
      tls: BrokerTLS(
        authorities: settings.caFile ?? BrokerTLS.systemAuthorities, certificate: settings.certificateFile,
        key: settings.keyFile))
  }
}

extension Topology {
  /// The exchanges and queues of the settings.
  public init(_ settings: BrokerSettings) {
    self.init(
      exchange: settings.exchange, queue: settings.queue, deliveryLimit: settings.deliveryLimit,
      deadLetterExchange: settings.deadExchange, deadLetterQueue: settings.deadQueue)
  }
}

extension ConsumerOptions {
  /// What to take, and in what portions.
  init(_ settings: BrokerSettings) {
    self.init(
      queues: [settings.queue, settings.deadQueue], prefetch: settings.prefetch, batchCount: settings.batchSize,
      linger: .milliseconds(settings.lingerMilliseconds), drain: .seconds(3), topology: Topology(settings))
  }
}
