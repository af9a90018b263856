import Broker
import Dossiers
import Foundation
import Logging
import Settings

/// What all measurements share.
struct Workbench: Sendable {
  let places: Places
  let rules: RuleSet
  let broker: BrokerOptions
  /// What the daemon lives on at the broker, by the shipped configuration.
  let topology: Topology

  init(_ places: Places) throws {
    self.places = places
    let settings = try Settings.load(places.config, environment: [:], now: .current)
    rules = settings.rules
    topology = Topology(
      exchange: settings.broker.exchange, queue: settings.broker.queue, deliveryLimit: settings.broker.deliveryLimit,
      deadLetterExchange: settings.broker.deadExchange, deadLetterQueue: settings.broker.deadQueue)
    broker = BrokerOptions(address: try BrokerAddress(parsing: places.broker), connectionName: "bench")
  }

  /// A publisher that waits for every confirm.
  func publisher() throws -> Publisher {
    try Publisher(
      broker, PublisherOptions(window: 2_000, deadline: .seconds(60)),
      logger: Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() })
  }

  /// A folder of its own for one run of something.
  func folder(_ name: String) throws -> String {
    let path = places.work + "/" + name
    try? FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  /// Tells whoever watches what is going on.
  static func say(_ line: String) {
    FileHandle.standardError.write(Data("bench: \(line)\n".utf8))
  }
}

extension Instant {
  /// The machine's time.
  static var current: Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000)
  }
}
