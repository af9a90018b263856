import Broker
import Daemon
import Logging
import Settings

/// Publishes events and keeps the count.
struct EventPublisher {
  private let publisher: Publisher
  private let exchange: String
  private let userID: String?
  private var tally = PublishTally()

  /// The `content-type` of the contract.
  static let contentType = "application/cloudevents+json"

  init(_ settings: BrokerSettings, _ options: PublishOptions) throws(BrokerError) {
    let broker = try BrokerOptions(settings, connectionName: "dossierctl")
    exchange = options.exchange ?? settings.exchange
    // Named only where the intake asks for it: the broker closes the link on any other name than the user's own.
    userID = settings.requireUserID ? broker.address.user : nil
    // What goes wrong comes as an error; an idle link has nobody who waits for it.
    publisher = try Publisher(
      broker, options.publisherOptions, logger: Logger(label: "dossierctl") { _ in SwiftLogNoOpLogHandler() })
  }

  /// The message for an event.
  func message(_ body: [UInt8], id: String?, routingKey: String) -> OutgoingMessage {
    OutgoingMessage(
      exchange: exchange, routingKey: routingKey, body: body, contentType: EventPublisher.contentType, messageID: id,
      userID: userID)
  }

  /// Publishes what one read brought, and waits until the broker has answered for each.
  mutating func publish(_ messages: [OutgoingMessage]) async throws(BrokerError) {
    tally.count(try await publisher.publish(messages))
    Diagnostics.progress("\(tally)")
  }

  /// Counts a line that was not sent.
  mutating func leaveOut() { tally.countUnsent() }

  /// Runs `body` and says at its end, also where it fails, what became of the events.
  static func run(
    _ settings: BrokerSettings, _ options: PublishOptions, isJSON: Bool,
    _ body: (inout EventPublisher) async throws -> Void
  ) async throws {
    var publisher = try EventPublisher(settings, options)
    let result: Result<Void, any Error>
    do {
      result = .success(try await body(&publisher))
    } catch {
      result = .failure(error)
    }
    await publisher.publisher.close()
    Diagnostics.endProgress()
    try publisher.tally.show(isJSON: isJSON)
    try result.get()
    if publisher.tally.status != .done { throw CommandError.reported(publisher.tally.status) }
  }
}

extension PublishTally {
  fileprivate func show(isJSON: Bool) throws {
    var output = Output()
    if isJSON { try output.json(self) } else { try output.sentence(description) }
    try output.flush()
  }
}
