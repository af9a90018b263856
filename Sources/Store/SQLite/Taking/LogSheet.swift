import Dossiers
import GRDB

/// Events that are appended to the log together: to begin and to end a statement costs SQLite half as much again as the
/// row that it adds.
struct LogSheet {
  /// How many events fill a sheet. More would gain little, and lose all of it more often to one that was heard before.
  static let size = 16

  private let append: HotStatement
  private let recorded: Instant
  private var rows: [Row] = []
  /// The ids and bodies, one behind the other, as they are lent to SQLite together.
  private var texts: [UInt8] = []

  private struct Row {
    /// Where the id ends in `texts`, and where the body does; the id begins where the body before it ends.
    let id: Int
    let body: Int
    let source: Int64
    let type: Int64
    let time: Instant
    let previous: Int64?
  }

  init(_ db: Database, recorded: Instant) throws {
    append = try HotStatement(db, LogSheet.sql)
    self.recorded = recorded
  }

  private static let sql =
    "INSERT INTO events (recorded, id, source, type, time, previous, body) VALUES "
    + (0..<size).map { row in
      "(?1, " + (2..<8).map { "?\(row * 6 + $0)" }.joined(separator: ", ") + ")"
    }.joined(separator: ", ")

  /// Takes the events off the sheet.
  mutating func clear() {
    rows.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
  }

  /// Puts an event on the sheet, which follows `previous` in the chain of its item.
  mutating func add(_ event: Event, _ body: UnsafeBufferPointer<UInt8>, source: Int64, previous: Int64?) {
    texts.append(contentsOf: event.identity.id.utf8)
    let id = texts.count
    texts.append(contentsOf: body)
    rows.append(
      Row(
        id: id, body: texts.count, source: source, type: event.fact.type.number, time: event.time, previous: previous))
  }

  /// Appends the events of a full sheet, and returns the number of the first in the log; nil where the identity of one
  /// of them is known, and nothing is appended.
  func write() throws -> Int64? {
    try texts.withUnsafeBufferPointer { texts in
      _ = try append.bind(recorded, at: 1)
      var start = 0
      var index: Int32 = 2
      for row in rows {
        let id = LentText(bytes: UnsafeBufferPointer(rebasing: texts[start..<row.id]))
        let body = LentBytes(bytes: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(texts)[row.id..<row.body]))
        _ = try append.bind(id, at: index).bind(row.source, at: index + 1).bind(row.type, at: index + 2)
          .bind(row.time, at: index + 3).bind(row.previous, at: index + 4).bind(body, at: index + 5)
        start = row.body
        index += 6
      }
      // The log's numbers are given one after the other, and the last is never taken out.
      return try append.runAddingAll().map { $0 - Int64(rows.count) + 1 }
    }
  }
}
