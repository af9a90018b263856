import ArgumentParser
import Dossiers
import Store

/// `parked list`
struct ParkedListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists what is parked, the newest first.")

  @OptionGroup var common: CommonOptions

  @Option(help: "At most so many.")
  var limit = 100

  func run() async throws {
    let (_, store) = try common.storeForReading()
    let parked = try await store.parked(.newest(max(limit, 1)))
    var output = Output()
    if common.json {
      for message in parked { try output.json(ParkedAnswer(message)) }
    } else {
      var table = Table("number", "parked", "reason", "from", "why")
      for message in parked {
        table.add(
          "\(message.id)", message.recorded.rfc3339, message.refusal.reason.rawValue, message.message.routingKey,
          message.refusal.detail)
      }
      try output.table(table)
    }
    try output.flush()
  }
}

/// A parked message as a program reads it.
struct ParkedAnswer: Encodable {
  let id: Int64
  let recorded: String
  let reason: String
  let detail: String
  let queue: String
  let routingKey: String
  let contentType: String?
  let messageID: String?
  let userID: String?
  let retry: String?
  /// The body, as text where it is UTF-8.
  let body: String?
  /// The body in hexadecimal, where it is not.
  let bodyHex: String?

  init(_ parked: ParkedMessage) {
    id = parked.id
    recorded = parked.recorded.rfc3339
    reason = parked.refusal.reason.rawValue
    detail = parked.refusal.detail
    queue = parked.message.queue
    routingKey = parked.message.routingKey
    contentType = parked.message.contentType
    messageID = parked.message.messageID
    userID = parked.message.userID
    retry = parked.retry?.rfc3339
    body = String(validating: parked.message.body, as: UTF8.self)
    bodyHex = body == nil ? parked.message.body.map(ParkedAnswer.hex).joined() : nil
  }

  private enum CodingKeys: String, CodingKey {
    case id, recorded, reason, detail, queue, routingKey = "routing_key", contentType = "content_type"
    case messageID = "message_id", userID = "user_id", retry, body, bodyHex = "body_hex"
  }

  private static func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return digits.utf8.count == 1 ? "0" + digits : digits
  }
}
