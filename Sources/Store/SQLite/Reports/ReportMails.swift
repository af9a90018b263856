import Dossiers
import GRDB

/// The ledger of who was mailed the report over which period; no projection of the log.
enum ReportMails {
  /// Owes the report to a receiver who was never to be mailed it, or was and is to be `again`, but for one who is owed
  /// it already.
  static func begin(
    _ period: Period, to receiver: ReceiverID, known: Instant, again: Bool, at now: Instant, _ db: Database
  ) throws {
    try db.run(
      """
      INSERT INTO report_mails (first, last, receiver, known, begun, round)
      SELECT ?1, ?2, ?3, ?4, ?5, count(*) FROM report_mails WHERE first = ?1 AND last = ?2 AND receiver = ?3
      HAVING count(*) = 0 OR ?6 AND count(*) = count(told)
      """,
      [
        period.first.description, period.last.description, receiver.text, known.microseconds, now.microseconds, again,
      ])
  }

  /// Settles one that is owed; says whether there was one, as the first word stands.
  static func settle(_ id: Int64, _ outcome: ReportMail.Outcome, at now: Instant, _ db: Database) throws -> Bool {
    let (name, address, messageID, reply) =
      switch outcome {
      case .accepted(let address, let messageID, let reply): ("accepted", address, messageID, reply)
      case .refused(let address, let messageID, let why): ("refused", address, messageID, why)
      }
    try db.run(
      """
      UPDATE report_mails SET told = ?, outcome = ?, address = ?, message_id = ?, reply = ?
      WHERE id = ? AND told IS NULL
      """, [now.microseconds, name, address, messageID, reply, id])
    return db.changesCount > 0
  }

  /// What is owed and was mailed over `period`, or all that is owed; in the order of its beginning.
  static func read(_ period: Period?, _ db: Database) throws -> [ReportMail] {
    let first = period?.first.description
    return try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT * FROM report_mails WHERE (? IS NULL AND told IS NULL) OR (first = ? AND last = ?) ORDER BY id
          """), arguments: [first, first, period?.last.description]
    ).map(mail)
  }

  private static func mail(_ row: Row) throws -> ReportMail {
    guard let first = LocalDate(row["first"] as String), let last = LocalDate(row["last"] as String),
      let period = Period(from: first, to: last), let receiver = ReceiverID(row["receiver"] as String)
    else { throw StoreError.damaged(what: "a row of report_mails names no period or receiver") }
    return ReportMail(
      id: row["id"], period: period, receiver: receiver, round: row["round"],
      known: Instant(microseconds: row["known"]), begun: Instant(microseconds: row["begun"]),
      settled: (row["told"] as Int64?).map { told in
        let (address, messageID, reply): (String, String, String) = (row["address"], row["message_id"], row["reply"])
        return ReportMail.Settled(
          outcome: row["outcome"] == "accepted"
            ? .accepted(address: address, messageID: messageID, reply: reply)
            : .refused(address: address, messageID: messageID, why: reply), at: Instant(microseconds: told))
      })
  }
}
