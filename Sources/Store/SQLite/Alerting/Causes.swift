import Dossiers
import GRDB

/// What stands in for the alerts behind it: a post office that gives no sign of life, or a device of which events are
/// missing. While one stands, nobody is told that an item last seen there is late: the proof may be there.
struct Causes {
  /// The alert to blame, by office.
  private let byOffice: [OfficeCode: Int64]

  init(_ db: Database) throws {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id, subject FROM alerts
          WHERE clock IN ('silent-office', 'sequence-gap') AND owner IS NULL AND state = 'firing'
          """))
    let pairs = rows.compactMap { row in
      NoticeSubjects.office(of: row["subject"]).map { ($0, row["id"] as Int64) }
    }
    byOffice = Dictionary(pairs) { min($0, $1) }
  }

  /// The alert that stands in for telling `what` of `subject`; nil where none does.
  func cause(of what: Notice.What, _ subject: NoticeSubject?) -> Int64? {
    guard what == .warning || what == .breach, let subject, subject.item != nil, let seen = subject.lastSeen else {
      return nil
    }
    return byOffice[seen.office]
  }
}

extension Transaction {
  /// The most that one notice lists behind its cause.
  private static let listedBehind = 1000
  /// The most alerts that are looked at to find them, the oldest first: intake waits meanwhile.
  private static let lookedAtBehind = 5000

  /// What `alert` stands in for: the late items last seen at its office, or, where nothing is heard at all, what falls
  /// due meanwhile.
  func behind(_ what: Notice.What, _ alert: Int64, _ subject: NoticeSubject?, _ working: Working) throws
    -> [NoticeSubject]
  {
    switch what {
    case .silentOffice, .sequenceGap:
      guard let office = subject?.office else { return [] }
      let late = try Int64.fetchAll(
        db.cachedStatement(
          sql:
            """
            SELECT id FROM alerts WHERE state = 'firing' AND of_item = 1 AND kind IN ('warning', 'breach')
            ORDER BY since LIMIT ?
            """), arguments: [Transaction.lookedAtBehind])
      return try late.lazy.compactMap { try NoticeSubjects.read(alert: $0, working, db) }
        .filter { $0.lastSeen?.office == office }.prefix(Transaction.listedBehind).map(\.self)
    case .deaf:
      return try ownersDue(limit: Transaction.listedBehind).flatMap {
        try NoticeSubjects.due(of: $0, at: now, working, db)
      }
    default:
      return []
    }
  }

  /// Lets go what a cause held back.
  func release(behind alert: Int64) throws {
    try db.run(
      "UPDATE outbox SET not_before = ?, behind = NULL WHERE behind = ? AND mail IS NULL", [now.microseconds, alert])
  }
}
