import Broker
import Dossiers
import Store

/// Reads deliveries: decodes them, and asks whether they may be taken.
struct Reader: Sendable {
  private let decoder: EventDecoder
  private let admission: Admission
  private let deadQueue: String

  init(domestic: [DomesticForm], bodyBytes: Int, bounds: Admission.Bounds, registry: Registry, deadQueue: String) {
    var limits = EventDecoder.Limits()
    limits.bytes = bodyBytes
    decoder = EventDecoder(limits: limits, domestic: domestic)
    admission = Admission(bounds: bounds, registry: registry)
    self.deadQueue = deadQueue
  }

  func read(_ delivery: Delivery, recorded: Instant) -> Arrival {
    let message = Message(delivery)
    if delivery.queue == deadQueue {
      let death = delivery.death
      return Arrival(
        .refused(
          Refusal(
            .deadLetter,
            "the broker gave up on it: \(death?.reason ?? "no reason given"), from \(death?.queue ?? "an unknown queue")"
          )),
        message: message)
    }
    if let size = delivery.truncatedFrom {
      return Arrival(
        .refused(Refusal(.unreadable, "the body has \(size) bytes, more than is kept; its beginning is")),
        message: message)
    }
    return read(message, recorded: recorded)
  }

  /// Reads a message once more, as when it was parked and may be taken by now.
  func read(_ message: Message, recorded: Instant, parked: Int64? = nil) -> Arrival {
    Arrival(reading(of: message, recorded: recorded), message: message, parked: parked)
  }

  /// Reads what an operator of this machine says.
  func readLocal(_ message: Message, recorded: Instant) -> Arrival {
    do {
      let event = try decode(message.body)
      let refusal = admission.refusal(of: event, recorded: recorded, channel: .local)
      return Arrival(refusal.map { .refused($0) } ?? .event(event), message: message)
    } catch {
      return Arrival(.refused(Refusal(error)), message: message)
    }
  }

  /// The event of a body.
  /// - Throws: `ContractError`, which says where the body is not as the contract has it.
  func decode(_ body: [UInt8]) throws(ContractError) -> Event { try decoder.decode(body) }

  private func reading(of message: Message, recorded: Instant) -> Arrival.Reading {
    if let type = message.contentType, !ContentType.isCloudEvent(type) {
      return .refused(
        Refusal(.contentType, "expected content type application/cloudevents+json, found '\(type.prefix(80))'"))
    }
    do {
      let event = try decoder.decode(message.body)
      let refusal = admission.refusal(of: event, recorded: recorded, channel: .queue(user: message.userID))
      return refusal.map { .refused($0) } ?? .event(event)
    } catch {
      return .refused(Refusal(error))
    }
  }
}

extension Message {
  /// What is kept of a delivery.
  init(_ delivery: Delivery) {
    self.init(
      body: delivery.body, queue: delivery.queue, routingKey: delivery.routingKey, contentType: delivery.contentType,
      messageID: delivery.messageID, userID: delivery.userID)
  }
}
