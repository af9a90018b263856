import Dossiers
import GRDB

/// The sources of events, each under a small number.
struct SourceTable: Sendable {
  private var numbers: [EventSource: Int64] = [:]
  private var sources: [Int64: EventSource] = [:]

  init() {}

  init(_ db: Database) throws {
    for row in try Row.fetchAll(db, sql: "SELECT id, text FROM sources") {
      guard let source = EventSource(row["text"]) else {
        throw StoreError.damaged(what: "source '\(row["text"] as String)' is not one of the contract")
      }
      remember(source, row["id"])
    }
  }

  /// The number of `source`, which is given one if it has none yet.
  mutating func number(of source: EventSource, _ db: Database) throws -> Int64 {
    if let number = numbers[source] { return number }
    try db.execute(sql: "INSERT INTO sources (text) VALUES (?)", arguments: [source.text])
    let number = db.lastInsertedRowID
    remember(source, number)
    return number
  }

  /// The number of `source`, or nil where it has never spoken.
  func knownNumber(of source: EventSource) -> Int64? { numbers[source] }

  func source(_ number: Int64) -> EventSource? { sources[number] }

  private mutating func remember(_ source: EventSource, _ number: Int64) {
    numbers[source] = number
    sources[number] = source
  }
}
