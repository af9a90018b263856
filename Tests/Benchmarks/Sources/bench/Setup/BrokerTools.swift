import Broker

/// Debian's amqp-tools, for what the daemon has no use for and its library therefore cannot do.
struct BrokerTools: Sendable {
  private let login: [String]

  init(_ bench: Workbench) {
    let address = bench.broker.address
    login = [
      "--server", address.host, "--port", "\(address.port)", "--vhost", address.vhost, "--username", address.user,
      "--password", address.password,
    ]
  }

  /// Throws where the queue still holds a message; those that were unacknowledged at the end of their link count.
  func checkEmpty(_ queue: String) async throws {
    let answer = try await Child("/usr/bin/amqp-get", login + ["--queue", queue]).end(within: .seconds(30))
    // 2 says that there was none.
    guard answer.status == 2 else { throw BenchError.leftOver(queue: queue, answer.said) }
  }

  /// Removes a queue with all that it holds.
  func delete(_ queue: String) async throws {
    try await Child("/usr/bin/amqp-delete-queue", login + ["--queue", queue]).finish(within: .seconds(30))
  }
}
