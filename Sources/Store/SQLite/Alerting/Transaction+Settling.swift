import Dossiers
import GRDB

extension Transaction {
  /// Records what became of a mail.
  func settle(_ mail: PendingMail, _ outcome: MailOutcome, _ working: Working) throws {
    switch outcome {
    case .failed(let why, let retry): try putOff(mail, until: retry, why, isUncertain: false)
    case .unknown(let why, let retry): try putOff(mail, until: retry, why, isUncertain: true)
    case .accepted(let address, let messageID, let reply):
      guard try tell(mail, address: address, messageID: messageID, outcome: "accepted", reply: reply) else { return }
      for notice in mail.notices { try planRepeat(of: notice, working) }
      _ = try setStanding(.mailRefused, address, since: nil, working)
    case .refused(let address, let messageID, let why):
      guard try tell(mail, address: address, messageID: messageID, outcome: "refused", reply: why) else { return }
      // Whoever would be told of it is the one who can't be told.
      guard mail.receiver.audience != .operator else { return }
      _ = try setStanding(.mailRefused, address, since: now, working)
    }
  }

  /// What was uncertain at an earlier try stays so, whatever the server says of a later one.
  private func putOff(_ mail: PendingMail, until retry: Instant, _ why: String, isUncertain: Bool) throws {
    try db.run(
      """
      UPDATE mails SET attempts = attempts + 1, not_before = ?, lease = NULL, last_error = ?,
        uncertain = max(uncertain, ?) WHERE id = ?
      """,
      [retry.microseconds, why, isUncertain, mail.id])
    try Counters.add(1, to: "mails.deferred", db)
  }

  /// Puts into the ledger what was told; says whether that is news, as a claim that ran out may be settled twice, and
  /// the first word stands.
  private func tell(
    _ mail: PendingMail, address: String, messageID: String, outcome: String, reply: String
  ) throws -> Bool {
    for notice in mail.notices {
      try db.run(
        """
        INSERT INTO notices (alert, what, address, message_id, told, outcome, reply, receiver, grp, reason, step)
        SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? WHERE EXISTS (SELECT 1 FROM outbox WHERE id = ? AND mail = ?)
        """,
        [
          notice.alert, notice.what.rawValue, address, messageID, now.microseconds, outcome, reply, mail.receiver.text,
          mail.group, notice.reason.rawValue, notice.step, notice.id, mail.id,
        ])
    }
    try db.run("DELETE FROM outbox WHERE mail = ?", [mail.id])
    try db.run("DELETE FROM mails WHERE id = ?", [mail.id])
    let isNews = db.changesCount > 0
    try Counters.add(db.changesCount, to: "mails.\(outcome)", db)
    return isNews
  }

  /// Enters into the ledger a notice that may have reached its receiver, and will not be tried again.
  func enterAsPerhapsTold(_ row: Row, of group: String, why: String) throws {
    try db.run(
      """
      INSERT INTO notices (alert, what, address, message_id, told, outcome, reply, receiver, grp, reason, step)
      VALUES (?, ?, '', '', ?, 'unknown', ?, ?, ?, ?, ?)
      """,
      [
        row["alert"] as Int64, row["what"] as String, now.microseconds, why,
        row["receiver"] as String, group, row["reason"] as String, row["step"] as Int,
      ])
  }
}
