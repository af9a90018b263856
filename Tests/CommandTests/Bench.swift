import Foundation
import TestSupport

/// A real broker with names of this test's own at it, as the settings name them.
struct Bench {
  let environment: [String: String]
  let queue: String
  let uri: String

  init() async throws {
    let broker = try await PrivateBroker.shared()
    let id = UUID().uuidString.prefix(8).lowercased()
    uri = broker.uri
    queue = "events-\(id)"
    environment = [
      "DOSSIERD_BROKER_URI": broker.uri, "DOSSIERD_BROKER_ALLOW_PLAIN": "true",
      "DOSSIERD_BROKER_EXCHANGE": "events-\(id)", "DOSSIERD_BROKER_QUEUE": queue,
      "DOSSIERD_BROKER_DEAD_EXCHANGE": "dead-\(id)", "DOSSIERD_BROKER_DEAD_QUEUE": "dead-\(id)",
    ]
  }

  /// Runs the tool against this broker.
  func run(_ arguments: String..., input: String = "") async throws -> Tool.Outcome {
    try await Tool.run(arguments, input: input, environment: environment)
  }
}
