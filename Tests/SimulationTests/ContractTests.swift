import Dossiers
import Simulation
import Testing

@Suite("simulated events in the contract's words")
struct ContractTests {
  @Test("read back as they were written")
  func roundTrip() throws {
    let encoder = EventEncoder()
    let decoder = EventDecoder()
    for event in try SampleProvince.messages(days: 14).events {
      let read = try decoder.decode(encoder.encode(event))
      guard read != event else { continue }
      Issue.record("\(event) was read back as \(read)")
    }
  }

  @Test("name no person: only the contract's fields occur")
  func noPersonalData() throws {
    let contract: Set = [
      "specversion", "id", "type", "sequence", "source", "time", "data", "datacontenttype", "item", "event", "office",
      "reason", "to", "carries", "agency", "destination", "dossiers", "code", "procedure", "promised", "slip",
      "dossier",
      "note", "until", "ref", "body", "voids", "replacedBy", "date", "accepted", "delivered",
    ]
    let encoder = EventEncoder()
    for event in try SampleProvince.messages(days: 14).events {
      let unknown = keys(of: encoder.encode(event)).subtracting(contract)
      #expect(unknown.isEmpty)
    }
  }

  /// The strings of a JSON text that a colon follows.
  private func keys(of json: [UInt8]) -> Set<String> {
    let parts = json.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
    return Set(
      parts.indices.dropLast().filter { $0 % 2 == 1 && parts[$0 + 1].first == UInt8(ascii: ":") }
        .map { String(decoding: parts[$0], as: UTF8.self) })
  }
}
