import Dossiers
import GRDB

/// Reads events back from the log.
enum LogReader {
  /// What was taken once is taken again, whatever domestic forms the configuration allows by now.
  private static let decoder: EventDecoder = {
    var limits = EventDecoder.Limits()
    limits.bytes = .max
    let forms = (4...ItemID.longest).compactMap { DomesticForm(String(repeating: "X", count: $0)) }
    return EventDecoder(limits: limits, domestic: forms)
  }()

  static func decode(_ body: [UInt8], seq: Int64) throws -> Event {
    do {
      return try decoder.decode(body)
    } catch {
      throw StoreError.damaged(what: "event \(seq) of the log is not an event of the contract: \(error)")
    }
  }

  /// The standing events of one item, from its last one back along the chain.
  static func chain(from last: Int64, _ db: Database) throws -> [Event] {
    let read = try HotStatement(db, "SELECT previous, voided_by, body FROM events WHERE seq = ?")
    var events: [Event] = []
    var next: Int64? = last
    while let seq = next {
      let found = try read.first(seq) { row in
        (previous: row.optional(0), isVoided: !row.isNull(1), body: row.blob(2))
      }
      guard let found else { throw StoreError.damaged(what: "event \(seq) is missing from the log") }
      if !found.isVoided { events.append(try decode(found.body, seq: seq)) }
      next = found.previous
    }
    return events
  }
}
