import Dossiers
import GRDB

/// The hand-over lists of offices beside the scans of their days, as the log has them.
///
/// They are read from the log at the first look after a start, and follow what is taken from then on. The scans of a day
/// are counted once its lists are compared, a portion of the log at a time: intake does nothing for it but to leave out
/// what is younger than all days that are counted.
struct WatchedTallies: Sendable {
  /// A reading of the log for days of which nothing was counted yet.
  private struct Reading {
    let days: Set<LocalDate>
    /// Up to which number it has come.
    var after: Int64
    /// The last number when it began: what has a greater one is counted as it is taken.
    let end: Int64
  }

  /// How far the lists of the log are read: what has a greater number than the end is entered as it is taken.
  private struct Listing {
    let after: Int64
    let end: Int64
  }

  private(set) var book: TallyBook?
  private var listing: Listing?
  private var reading: Reading?
  /// Whether something may compare otherwise than at the last look.
  private(set) var isChanged = false
  /// The days that were compared at the last look.
  private var compared: Set<LocalDate> = []

  /// Takes what an event that is new in the log says.
  mutating func hear(_ event: Event) {
    switch event.fact {
    case .scanned(let scan):
      guard book?.mayCount(event.time) == true else { return }
      if book?.count(scan, at: event.time) == true { isChanged = true }
    case .tallied:
      if book?.enter(event) == true { isChanged = true }
    default:
      break
    }
  }

  /// Takes back what the event with this number said.
  mutating func takeBack(_ event: Event, seq: Int64) {
    switch event.fact {
    case .scanned(let scan):
      if let reading, reading.days.contains(LocalDate(event.time)), seq > reading.after, seq <= reading.end { return }
      if book?.count(scan, at: event.time, isTakenBack: true) == true { isChanged = true }
    case .tallied:
      if book?.enter(event, isTakenBack: true) == true { isChanged = true }
    default:
      break
    }
  }

  /// Reads the lists since `first` from the log, `limit` at most, where that was not done, and forgets those of days
  /// before; says whether all are read.
  mutating func keep(from first: LocalDate, limit: Int, _ db: Database) throws -> Bool {
    if book == nil {
      book = TallyBook()
      listing = Listing(after: try LogReader.place(before: first.start, db), end: try WatchedTallies.last(db))
    }
    if let listing {
      let find = try HotStatement(
        db,
        """
        SELECT seq, voided_by, body FROM events INDEXED BY events_tallies
        WHERE type = 6 AND seq > ? AND seq <= ? ORDER BY seq LIMIT ?
        """)
      let rows = try find.all(listing.after, listing.end, Int64(limit)) { row in
        let seq = row.integer(0)
        return (seq: seq, event: try row.isNull(1) ? LogReader.decode(row.blob(2), seq: seq) : nil)
      }
      for row in rows {
        if let event = row.event { book?.enter(event) }
      }
      self.listing = rows.count < limit ? nil : rows.last.map { Listing(after: $0.seq, end: listing.end) }
    }
    book?.forget(before: first)
    return listing == nil
  }

  private static func last(_ db: Database) throws -> Int64 {
    try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(seq) FROM events")) ?? 0
  }

  /// Counts the scans of `days`, looking at `limit` events at most; says whether all are counted.
  mutating func count(_ days: Set<LocalDate>, limit: Int, _ db: Database) throws -> Bool {
    if reading == nil {
      let uncounted = days.filter { book?.isCounting($0) == false }
      guard let first = uncounted.min() else { return true }
      for day in uncounted { book?.beginCounting(day) }
      reading = Reading(
        days: uncounted, after: try LogReader.place(before: first.start, db),
        end: try WatchedTallies.last(db))
    }
    return try goOnReading(limit: limit, db) && days.allSatisfy { book?.isCounting($0) == true }
  }

  private mutating func goOnReading(limit: Int, _ db: Database) throws -> Bool {
    guard var reading else { return true }
    let find = try HotStatement(
      db, "SELECT seq, type, time, voided_by, body FROM events WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?")
    let rows = try find.all(reading.after, reading.end, Int64(limit)) { [days = reading.days] row in
      let seq = row.integer(0)
      let isScan = row.integer(1) == EventType.scanned.number && row.isNull(3)
      let counts = isScan && days.contains(LocalDate(Instant(microseconds: row.integer(2))))
      return (seq: seq, event: try counts ? LogReader.decode(row.blob(4), seq: seq) : nil)
    }
    for row in rows {
      if let event = row.event, case .scanned(let scan) = event.fact { book?.count(scan, at: event.time) }
    }
    reading.after = rows.count < limit ? reading.end : rows.last?.seq ?? reading.end
    let isOver = reading.after >= reading.end
    self.reading = isOver ? nil : reading
    return isOver
  }

  /// The lists of `days` beside the scans; nil where none can compare otherwise than at the last look.
  mutating func compare(_ days: Set<LocalDate>) -> [TalliedDay]? {
    guard isChanged || days != compared else { return nil }
    isChanged = false
    compared = days
    return days.flatMap { book?.compared(on: $0) ?? [] }
  }
}
