/// The broker's own tool, for what AMQP does not tell.
struct BrokerControl: Sendable {
  private let program: String

  init(_ bench: Workbench) {
    program = bench.places.brokerControl
  }

  /// Throws unless the queue holds nothing, neither ready nor unacknowledged.
  func checkEmpty(_ queue: String) async throws {
    let lines = try await run("--silent", "list_queues", "name", "messages")
    for line in lines {
      let fields = line.split(separator: "\t")
      if fields.count == 2, fields[0] == queue, fields[1] != "0" {
        throw BenchError.leftOver(queue: queue, messages: String(fields[1]))
      }
    }
  }

  /// Removes a queue with all that it holds.
  func delete(_ queue: String) async throws {
    _ = try await run("--silent", "delete_queue", queue)
  }

  private func run(_ arguments: String...) async throws -> [String] {
    try await Child(program, arguments).finish(within: .seconds(60))
  }
}
