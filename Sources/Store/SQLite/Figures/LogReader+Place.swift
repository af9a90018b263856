import Dossiers
import GRDB

extension LogReader {
  /// How far an event may be ahead of its recording, by whatever configuration, and some room for a clock set back.
  private static let mostAhead = Span.days(2)

  /// A number in the log behind which all events of `instant` and later stand, found without going through it.
  static func place(before instant: Instant, _ db: Database) throws -> Int64 {
    let earliest = instant.advanced(by: -mostAhead)
    let recorded = try HotStatement(db, "SELECT seq, recorded FROM events WHERE seq >= ? ORDER BY seq LIMIT 1")
    var low: Int64 = 0
    var high = try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(seq) FROM events")) ?? 0
    while low < high {
      let middle = low + (high - low + 1) / 2
      let found = try recorded.first(middle) { Instant(microseconds: $0.integer(1)) }
      if let found, found < earliest { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
