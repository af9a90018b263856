import ArgumentParser
import Broker
import Dossiers
import Settings

/// `publish`: events of a file to the broker, each confirmed.
struct PublishCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish", abstract: "Publishes the events of a file, and waits until the broker has confirmed each.",
    discussion: """
      A file of JSON holds one event a line. A file of CSV holds one scan a row, of one dossier at most; its header \
      names the columns, in any order: \(CSVColumns.all). Empty fields are left out; a row without a type is a scan.

      A line that is no event of the contract is named on standard error with its number and left out; the others go. \
      Standard output tells how many were published, confirmed, returned (no queue takes them) and refused (by the \
      broker, or as no events).
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var options: PublishOptions

  @Flag(help: "Publish every line as it stands, also what is no event.")
  var unchecked = false

  @Argument(help: "JSON lines or CSV; - for standard input.", completion: .file())
  var file: String

  func run() async throws {
    let settings = try common.settings()
    var lines = try EventLines(file)
    let decoder = EventDecoder(settings.intake)
    try await EventPublisher.run(settings.broker, options, isJSON: common.json) { publisher in
      while let entries = try lines.next() {
        var messages: [OutgoingMessage] = []
        for entry in entries {
          do throws(Refusal) {
            messages.append(try message(entry, decoder, publisher))
          } catch {
            Diagnostics.say("\(file):\(entry.number): \(error)")
            publisher.leaveOut()
          }
        }
        try await publisher.publish(messages)
      }
    }
  }

  private func message(
    _ entry: EventLines.Entry, _ decoder: EventDecoder, _ publisher: EventPublisher
  ) throws(Refusal) -> OutgoingMessage {
    let body = try entry.body.get()
    if unchecked {
      let envelope = LooseEnvelope(body)
      return publisher.message(body, id: envelope.id, routingKey: envelope.routingKey)
    }
    let event = try Result { () throws(ContractError) in try decoder.decode(body) }.mapError(Refusal.init).get()
    guard let key = RoutingKey.of(event.identity.source) else {
      throw Refusal(.notAllowed, "operators' events are told to the daemon on its own machine, never to the queue")
    }
    return publisher.message(body, id: event.identity.id, routingKey: key)
  }
}
