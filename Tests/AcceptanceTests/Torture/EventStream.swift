import Broker
import Dossiers
import Foundation
import Settings
import Simulation
import TestSupport

/// A province's traffic of the last days, portion by portion, and all that was taken from it so far.
struct EventStream {
  /// All events that were handed out, copies too.
  private(set) var told: [Event] = []
  private var messages: Simulation.Iterator
  private let encoder = EventEncoder()
  private let exchange: String
  private var lateOnes = 0

  init(seed: UInt64, rules: RuleSet, exchange: String) throws {
    let today = LocalDate(Instant(seconds: Int64(Date().timeIntervalSince1970)))
    let plan = SimulationPlan(
      seed: seed, start: today.adding(-12), days: 11, dossiersPerDay: Times(150, 1_000, 5_000).here)
    messages = try Simulation(plan: plan, registry: rules.registry, calendar: WorkingCalendar(rules.calendar))
      .makeIterator()
    self.exchange = exchange
  }

  /// The identities that were handed out.
  var identities: Set<EventIdentity> { Set(told.map(\.identity)) }

  /// The next `count` messages.
  /// - Throws: `DaemonTrial.Failed` where the stream has no more.
  mutating func next(_ count: Int) throws -> [OutgoingMessage] {
    var portion: [OutgoingMessage] = []
    while portion.count < count {
      guard let message = messages.next() else {
        throw DaemonTrial.Failed(description: "the stream ended; let it have more days or dossiers")
      }
      told.append(message.event)
      portion.append(outgoing(encoder.encode(message.event), id: message.event.identity.id, key: message.routingKey))
    }
    return portion
  }

  /// A dossier that was accepted weeks ago and never delivered, so that somebody is to be told of it.
  mutating func late(at agency: String) throws -> OutgoingMessage {
    lateOnes += 1
    let id = "late-\(lateOnes)"
    return try message(
      id,
      Scans.accepted(
        id: id, at: Scans.morning(daysAgo: 20), item: Items.number(900_000 + lateOnes),
        dossier: "\(agency)-260302-\(10_000 + lateOnes)", agency: agency))
  }

  /// What a scanner of the office 381100 tells beside the stream.
  mutating func message(_ id: String, _ scan: String) throws -> OutgoingMessage {
    let body = Array(scan.utf8)
    told.append(try EventDecoder(limits: EventDecoder.Limits(), domestic: []).decode(body))
    return outgoing(body, id: id, key: "postoffice.381100")
  }

  private func outgoing(_ body: [UInt8], id: String, key: String) -> OutgoingMessage {
    OutgoingMessage(
      exchange: exchange, routingKey: key, body: body, contentType: "application/cloudevents+json", messageID: id)
  }
}
