public import Dossiers
import GRDB

/// How far people use what is offered.
extension SQLiteStore {
  /// Keeps what agencies received by all ways.
  public func setTotals(_ totals: [ReceivedTotal], by person: String, at now: Instant) async throws(StoreError) {
    try await StoreError.wrapping {
      try await self.database.write { db in
        for total in totals { try ReceivedTotals.set(total, by: person, at: now, db) }
      }
    }
  }

  /// What agencies received by all ways, from one month through another.
  public func totals(from first: CalendarMonth, through last: CalendarMonth) async throws(StoreError)
    -> [ReceivedTotal]
  {
    try await query { try ReceivedTotals.read(from: first, through: last, $0) }
  }

  /// Counts the next dossiers that went through the post.
  public func posted(
    from first: CalendarMonth, through last: CalendarMonth, after cursor: PostedCursor, limit: Int
  ) async throws(StoreError) -> PostedPortion {
    try await look { db, working in
      try PostedRows(first: first, last: last, limit: limit).next(after: cursor, working, db)
    }
  }
}
