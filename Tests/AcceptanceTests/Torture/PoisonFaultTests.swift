import Broker
import Dossiers
import Foundation
import TestSupport
import Testing

extension Torture {
  /// What comes in is no event, or hardly one.
  struct PoisonFaultTests {
    @Test("whatever comes in, it is parked whole with its reason, and what is well is taken")
    func poison() async throws {
      let ordeal = try await Ordeal("poison, a kind each")
      var sent: Set<[UInt8]> = []
      try await ordeal.undergo(Times(1, 5), within: .seconds(2)) { ordeal in
        let whole = try ordeal.nextMessage()
        let poisons = poisons(from: whole)
        sent.formUnion(poisons.map(\.body))
        var nameless = try ordeal.nextMessage()
        nameless.messageID = nil
        try await ordeal.tellPoison(poisons)
        try await ordeal.postman.send([whole, nameless])
        try ordeal.isMended()
      }
      try await ordeal.judge()
      #expect(try ordeal.view.parkedBodies() == sent)
    }

    @Test("of a stream with broken copies of events the whole ones are taken, and each of the others is parked")
    func mutated() async throws {
      let each = Times(1_000, 20_000).here
      let ordeal = try await Ordeal("poison, \(each) events broken by chance")
      let decoder = EventDecoder(limits: EventDecoder.Limits(), domestic: [])
      try await ordeal.undergo(Times(2, 50, 500), within: .seconds(5)) { ordeal in
        let whole = try ordeal.nextMessage()
        let broken = (0..<each).map { _ in ordeal.broken(whole) }
        // Some changes leave an event, as in the name of a device.
        try await ordeal.tellPoison(broken.filter { (try? decoder.decode($0.body)) == nil })
        try await ordeal.postman.send([whole])
        try ordeal.isMended()
      }
      try await ordeal.judge()
    }

    private func poisons(from whole: OutgoingMessage) -> [OutgoingMessage] {
      let text = String(decoding: whole.body, as: UTF8.self)
      let bodies: [[UInt8]] = [
        [],
        Array(repeating: UInt8(ascii: "x"), count: 10 << 20),
        Array(String(repeating: "[", count: 10_000).utf8),
        Array(text.replacing("\"id\":\"", with: "\"id\":\"\u{1}").utf8),
        Array(text.utf8.prefix(20)) + [0xC3, 0x28, 0xFF] + Array(text.utf8.dropFirst(20)),
        Array(text.replacing("{\"", with: "{\"id\":\"x\",\"id\":\"y\",\"", maxReplacements: 1).utf8),
        Array(text.replacing("\"id\":\"", with: "\"id\":\"\\ud800").utf8),
        Array(text.replacing("\"time\":\"", with: "\"time\":1e999,\"was\":\"").utf8),
        Array("-99999999999999999999999999999999999999e99999999".utf8),
      ]
      var wrongType = whole
      wrongType.contentType = "text/plain"
      return bodies.map { body in
        var message = whole
        message.body = body
        return message
      } + [wrongType]
    }
  }
}

extension Ordeal {
  /// A message with some bytes changed, cut out or doubled.
  func broken(_ message: OutgoingMessage) -> OutgoingMessage {
    var message = message
    for _ in 0..<draw(1...4) {
      let place = draw(0...max(message.body.count - 1, 0))
      guard message.body.indices.contains(place) else { break }
      switch draw(0...3) {
      case 0: message.body[place] = UInt8(draw(0...255))
      case 1: message.body.removeSubrange(place...)
      case 2: message.body.insert(contentsOf: message.body[place...].prefix(draw(1...40)), at: place)
      default: message.body.remove(at: place)
      }
    }
    return message
  }
}
