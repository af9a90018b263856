import Dossiers
import Testing
import TestSupport

@Suite("Events told and read again")
struct EventRoundTripTests {
  @Test("what the encoder writes the decoder reads as the same event", arguments: [1, 20_260_302] as [UInt64])
  func roundTrip(seed: UInt64) throws {
    var told: Set<EventType> = []
    for event in RandomEvents(seed: seed).prefix(3_000) {
      let body = EventEncoder().encode(event)
      let text = String(decoding: body, as: UTF8.self)
      let read = try Corpus.event(body, "seed \(seed): \(text)")
      #expect(read == event, "seed \(seed): \(text)")
      told.insert(event.fact.type)
    }
    #expect(told.count == EventType.allCases.count)
  }

  @Test("a body with changed bytes is refused, or says the same when told again", arguments: [7] as [UInt64])
  func mutations(seed: UInt64) throws {
    let bodies = try Corpus.rows("good.ndjson").map(\.body).filter { $0.count < 2_000 }
    var generator = SeededGenerator(seed: seed)
    var taken = 0
    for round in 0..<20_000 {
      let body = mutated(bodies[Int.random(in: 0..<bodies.count, using: &generator)], by: &generator)
      guard let event = try? EventDecoder().decode(body) else { continue }
      taken += 1
      let again = try Corpus.event(EventEncoder().encode(event), "seed \(seed), round \(round)")
      #expect(again == event, "seed \(seed), round \(round)")
    }
    #expect(taken > 200)
  }

  /// One to three bytes changed, dropped, doubled or put in, most of them such as JSON is made of.
  private func mutated(_ body: [UInt8], by generator: inout SeededGenerator) -> [UInt8] {
    let telling = Array("{}[]\",:\\u0019eE+-. \n/tfnAZ".utf8)
    var body = body
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      let place = Int.random(in: 0..<body.count, using: &generator)
      let byte =
        Bool.random(using: &generator)
        ? telling[Int.random(in: 0..<telling.count, using: &generator)] : UInt8.random(in: 0...255, using: &generator)
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: body[place] = byte
      case 1: body.insert(byte, at: place)
      case 2: body.insert(body[place], at: place)
      default: if body.count > 1 { body.remove(at: place) }
      }
    }
    return body
  }
}
