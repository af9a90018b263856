import Dossiers
import GRDB

extension Transaction {
  /// The most notices in one mail.
  private static let noticesAMail = 500

  /// Claims the next mail until `lease`, without the notices whose reason has gone.
  func claimMail(lease: Instant, _ working: Working) throws -> PendingMail? {
    while let (mail, attempts) = try mailToTry() ?? newMail(working.rules.registries.latest) {
      var notices: [Notice] = []
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT o.id, o.what, a.id AS alert, a.kind, a.state, a.since
          FROM outbox o JOIN alerts a ON a.id = o.alert WHERE o.mail = ? ORDER BY o.id
          """, arguments: [mail])
      for row in rows {
        guard let what = Notice.What(rawValue: row["what"]), try stillHolds(what, row) else {
          try db.run("DELETE FROM outbox WHERE id = ?", [row["id"] as Int64])
          continue
        }
        let subject = try NoticeSubjects.read(alert: row["alert"], working, db)
        notices.append(
          Notice(
            id: row["id"], alert: row["alert"], what: what, subject: subject,
            explained: subject?.deadline.map(working.planner.explained),
            since: Instant(microseconds: row["since"])))
      }
      guard !notices.isEmpty else {
        try db.run("DELETE FROM mails WHERE id = ?", [mail])
        continue
      }
      try db.run("UPDATE mails SET lease = ? WHERE id = ?", [lease.microseconds, mail])
      let agency = try String.fetchOne(
        db.cachedStatement(sql: "SELECT agency FROM mails WHERE id = ?"), arguments: [mail])
      return PendingMail(
        id: mail, receiver: ReceiverID(.lead, agency: agency.flatMap(AgencyCode.init)), group: "", notices: notices,
        attempts: attempts)
    }
    return nil
  }

  /// Records what became of a mail.
  func settle(_ mail: PendingMail, _ outcome: MailOutcome) throws {
    switch outcome {
    case .failed(let why, let retry):
      try db.run(
        "UPDATE mails SET attempts = attempts + 1, not_before = ?, lease = NULL, last_error = ? WHERE id = ?",
        [retry.microseconds, why, mail.id])
    case .accepted(let address, let messageID, let reply):
      try tell(mail, address: address, messageID: messageID, outcome: "accepted", reply: reply)
    case .refused(let address, let messageID, let why):
      try tell(mail, address: address, messageID: messageID, outcome: "refused", reply: why)
    }
  }

  private func tell(_ mail: PendingMail, address: String, messageID: String, outcome: String, reply: String) throws {
    // A claim that ran out may be settled twice; the first word stands.
    for notice in mail.notices {
      try db.run(
        """
        INSERT INTO notices (alert, what, agency, address, message_id, told, outcome, reply)
        SELECT ?, ?, ?, ?, ?, ?, ?, ? WHERE EXISTS (SELECT 1 FROM outbox WHERE id = ? AND mail = ?)
        """,
        [
          notice.alert, notice.what.rawValue, mail.receiver.agency?.text, address, messageID, now.microseconds, outcome,
          reply,
          notice.id, mail.id,
        ])
    }
    try db.run("DELETE FROM outbox WHERE mail = ?", [mail.id])
    try db.run("DELETE FROM mails WHERE id = ?", [mail.id])
    try Counters.add(db.changesCount, to: "mails.\(outcome)", db)
  }

  /// A mail that was tried before, or whose claim ran out.
  private func mailToTry() throws -> (Int64, Int)? {
    try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT id, attempts FROM mails WHERE not_before <= ? AND (lease IS NULL OR lease <= ?) ORDER BY not_before
          LIMIT 1
          """), arguments: [now.microseconds, now.microseconds]
    ).map { ($0["id"], $0["attempts"]) }
  }

  /// Puts the waiting notices of the recipient who waits longest into one mail; what waited for an agency over the
  /// night of its merger goes with its successor's.
  private func newMail(_ registry: Registry) throws -> (Int64, Int)? {
    let first = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT agency FROM outbox WHERE mail IS NULL AND not_before <= ? ORDER BY not_before, id LIMIT 1
          """), arguments: [now.microseconds])
    guard let first else { return nil }
    let recipient = recipient(first["agency"], registry)
    try db.run(
      "INSERT INTO mails (agency, created, attempts, not_before) VALUES (?, ?, 0, ?)",
      [recipient, now.microseconds, now.microseconds])
    let mail = db.lastInsertedRowID
    let waiting = try Optional<String>.fetchAll(
      db.cachedStatement(sql: "SELECT DISTINCT agency FROM outbox WHERE mail IS NULL AND not_before <= ?"),
      arguments: [now.microseconds])
    for agency in waiting where agency != recipient && self.recipient(agency, registry) == recipient {
      try db.run(
        "UPDATE outbox SET agency = ? WHERE mail IS NULL AND not_before <= ? AND agency IS ?",
        [recipient, now.microseconds, agency])
    }
    try db.run(
      """
      UPDATE outbox SET mail = ? WHERE id IN (
        SELECT id FROM outbox WHERE mail IS NULL AND not_before <= ? AND agency IS ? ORDER BY not_before, id LIMIT ?)
      """, [mail, now.microseconds, recipient, Transaction.noticesAMail])
    return (mail, 0)
  }

  /// The agency that gets what waits for `agency`; nil for the operators.
  private func recipient(_ agency: String?, _ registry: Registry) -> String? {
    guard let agency, let code = AgencyCode(agency) else { return agency }
    return registry.agency(inPlaceOf: code, on: LocalDate(now)).text
  }

  /// Whether what a notice says is still so; a follow-up needs somebody who was told before.
  private func stillHolds(_ what: Notice.What, _ row: Row) throws -> Bool {
    let kind: String = row["kind"]
    let state: String = row["state"]
    let isSo =
      switch what {
      case .warning, .breach, .lost, .damaged, .deaf, .silentOffice, .sequenceGap, .mailRefused, .calendarHorizon:
        state == "firing" && kind == what.rawValue
      case .changed: state == "firing"
      case .resolved, .cancelled: state == what.rawValue
      case .retracted: state == "retracted" || kind == "warning"
      }
    return try isSo && (!what.isFollowUp || Told(of: row["alert"], underWay: false, db).callsFor(what, on: kind))
  }
}
