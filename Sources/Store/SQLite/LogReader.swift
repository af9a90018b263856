import Dossiers
import GRDB

/// Reads events back from the log.
enum LogReader {
  /// What was taken once is taken again, whatever domestic forms the configuration allows by now.
  private static let decoder: EventDecoder = {
    var limits = EventDecoder.Limits()
    limits.bytes = .max
    return EventDecoder(limits: limits, domestic: forms)
  }()

  private static let forms = (4...ItemID.longest).compactMap { DomesticForm(String(repeating: "X", count: $0)) }

  /// The item of a text that was taken once.
  static func item(_ text: String) -> ItemID? { ItemID(text, domestic: forms) }

  /// The identity of the event with this number; nil where there is none.
  static func identity(of seq: Int64, _ db: Database) throws -> EventIdentity? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT e.id, s.text FROM events e JOIN sources s ON s.id = e.source WHERE e.seq = ?"), arguments: [seq])
    return row.flatMap { row in
      EventSource(row["text"] as String).map { EventIdentity(source: $0, id: row["id"]) }
    }
  }

  static func decode(_ body: [UInt8], seq: Int64) throws -> Event {
    do {
      return try decoder.decode(body)
    } catch {
      throw StoreError.damaged(what: "event \(seq) of the log is not an event of the contract: \(error)")
    }
  }

  /// The closures that stand, in the order of the log.
  static func closures(_ db: Database) throws -> [(seq: Int64, standing: StandingClosure)] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT seq, body FROM events WHERE type = 5 AND voided_by IS NULL ORDER BY seq")
    return try rows.compactMap { row in
      let event = try decode(row.bytes("body"), seq: row["seq"])
      guard case .closed(let closure) = event.fact else { return nil }
      return (row["seq"], StandingClosure(identity: event.identity, closure: closure))
    }
  }

  /// The standing events of one item, from its last one back along the chain.
  static func chain(from last: Int64, _ db: Database) throws -> [Event] {
    try walk(from: last, db) { event, _ in event }
  }

  /// The same, each event with its recording.
  static func logged(from last: Int64, _ db: Database) throws -> [LoggedEvent] {
    try walk(from: last, db) { event, recorded in LoggedEvent(event, recorded: recorded) }
  }

  private static func walk<Value>(
    from last: Int64, _ db: Database, making value: (Event, _ recorded: Instant) -> Value
  ) throws -> [Value] {
    let read = try HotStatement(db, "SELECT previous, voided_by, body, recorded FROM events WHERE seq = ?")
    var values: [Value] = []
    var next: Int64? = last
    while let seq = next {
      let found = try read.first(seq) { row in
        (
          previous: row.optional(0), isVoided: !row.isNull(1), body: row.blob(2),
          recorded: Instant(microseconds: row.integer(3))
        )
      }
      guard let found else { throw StoreError.damaged(what: "event \(seq) is missing from the log") }
      if !found.isVoided { values.append(value(try decode(found.body, seq: seq), found.recorded)) }
      next = found.previous
    }
    return values
  }
}
