import Broker
import Foundation
import Logging

/// Publishes as a scanner does: again and again until the broker has confirmed.
struct Postman: Sendable {
  private let publisher: Publisher

  init(_ uri: String) throws {
    publisher = try Publisher(
      BrokerOptions(address: try BrokerAddress(parsing: uri), connectionName: "postman"),
      PublisherOptions(deadline: .seconds(10)), logger: Logger(label: "postman") { _ in SwiftLogNoOpLogHandler() })
  }

  /// Returns once the broker has confirmed every message.
  /// - Throws: `DaemonTrial.Failed` where it has not after five minutes.
  func send(_ messages: [OutgoingMessage]) async throws {
    var left = messages
    let deadline = ContinuousClock.now + .seconds(300)
    while true {
      if let outcomes = try? await publisher.publish(left) {
        left = zip(left, outcomes).filter { $0.1 != .confirmed }.map(\.0)
      }
      if left.isEmpty { return }
      guard ContinuousClock.now < deadline else {
        throw DaemonTrial.Failed(description: "the broker has not confirmed \(left.count) messages within 5 minutes")
      }
      try await Task.sleep(for: .milliseconds(100))
    }
  }
}
