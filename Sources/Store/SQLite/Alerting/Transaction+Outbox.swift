import Dossiers
import Foundation
import GRDB

extension Transaction {
  /// In a mail of more notices than this the explanation of each is left to the command that tells it.
  private static let explainedNotices = 10

  /// Claims the next mail until `lease`, without the notices whose reason has gone and those that are silenced.
  func claimMail(lease: Instant, _ working: Working) throws -> PendingMail? {
    while let mail = try mailToTry() ?? newMail(working) {
      let digest = try mail.digest.map { try self.digest($0, to: mail.receiver, working) }
      let notices = digest == nil ? try notices(of: mail.id, working) : []
      guard digest?.isEmpty == false || !notices.isEmpty else {
        try db.run("DELETE FROM mails WHERE id = ?", [mail.id])
        continue
      }
      try db.run("UPDATE mails SET lease = ? WHERE id = ?", [lease.microseconds, mail.id])
      if digest == nil, mail.attempts == 0 {
        try db.run(
          "INSERT OR REPLACE INTO groups (receiver, grp, told) VALUES (?, ?, ?)",
          [mail.receiver.text, mail.group, now.microseconds])
      }
      return PendingMail(
        id: mail.id, receiver: mail.receiver, group: mail.group, notices: notices, digest: digest,
        attempts: mail.attempts, follows: mail.follows)
    }
    return nil
  }

  /// A row of the mails.
  private struct Mail {
    let id: Int64
    let receiver: ReceiverID
    let group: String
    let attempts: Int
    let follows: Bool
    let digest: DigestWindow?
  }

  private func notices(of mail: Int64, _ working: Working) throws -> [Notice] {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT o.id, o.what, o.receiver, o.reason, o.step, a.id AS alert, a.kind, a.state, a.since
          FROM outbox o JOIN alerts a ON a.id = o.alert WHERE o.mail = ? ORDER BY o.id
          """), arguments: [mail])
    let silences = try Silences(at: now, db)
    let causes = try Causes(db)
    var notices: [Notice] = []
    for row in rows {
      guard let what = Notice.What(rawValue: row["what"]), let reason = Notice.Reason(rawValue: row["reason"]),
        try stillHolds(what, row, working)
      else {
        try db.run("DELETE FROM outbox WHERE id = ?", [row["id"] as Int64])
        continue
      }
      let subject = try NoticeSubjects.read(alert: row["alert"], working, db)
      if !what.isFollowUp,
        let silence = silences.first(
          meeting: Matter(subject).labels(what.rawValue, on: LocalDate(now), in: working.rules.registries.latest))
      {
        try db.run(
          "UPDATE outbox SET mail = NULL, not_before = ?, silence = ? WHERE id = ?",
          [silence.ends.microseconds, silence.id, row["id"] as Int64])
        continue
      }
      if !what.isFollowUp, let cause = causes.cause(of: what, subject) {
        try db.run(
          "UPDATE outbox SET mail = NULL, not_before = ?, behind = ? WHERE id = ?",
          [Instant.distantFuture.microseconds, cause, row["id"] as Int64])
        continue
      }
      let isExplained = rows.count <= Transaction.explainedNotices
      notices.append(
        Notice(
          id: row["id"], alert: row["alert"], what: what, subject: subject,
          explained: isExplained ? subject?.deadline.map(working.planner.explained) : nil,
          since: Instant(microseconds: row["since"]), reason: reason, step: row["step"],
          behind: try behind(what, row["alert"], subject, working)))
    }
    return notices
  }

  /// Records what became of a mail.
  func settle(_ mail: PendingMail, _ outcome: MailOutcome, _ working: Working) throws {
    switch outcome {
    case .failed(let why, let retry):
      try db.run(
        "UPDATE mails SET attempts = attempts + 1, not_before = ?, lease = NULL, last_error = ? WHERE id = ?",
        [retry.microseconds, why, mail.id])
      try Counters.add(1, to: "mails.deferred", db)
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

  /// A mail that was tried before, or whose claim ran out.
  private func mailToTry() throws -> Mail? {
    try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT id, receiver, grp, attempts, follows, digest FROM mails
          WHERE not_before <= ? AND (lease IS NULL OR lease <= ?) ORDER BY not_before LIMIT 1
          """), arguments: [now.microseconds, now.microseconds]
    ).map { row in
      Mail(
        id: row["id"], receiver: ReceiverID(row["receiver"] as String) ?? ReceiverID(.operator), group: row["grp"],
        attempts: row["attempts"], follows: row["follows"], digest: try (row["digest"] as Data?).map(DigestWindow.init))
    }
  }

  /// Puts the notices of the group that waits longest into one mail; what waited for an agency over the night of its
  /// merger goes with its successor's.
  private func newMail(_ working: Working) throws -> Mail? {
    let waiting = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT receiver, grp, min(not_before) AS first FROM outbox WHERE mail IS NULL AND not_before <= ?
          GROUP BY receiver, grp ORDER BY first, receiver, grp
          """), arguments: [now.microseconds]
    ).compactMap { row in ReceiverID(row["receiver"] as String).map { (receiver: $0, group: row["grp"] as String) } }
    guard let first = waiting.first else { return nil }
    let receiver = standing(first.receiver, working)
    let follows = try lastMail(to: receiver, first.group) != nil
    try db.run(
      "INSERT INTO mails (created, attempts, not_before, receiver, grp, follows) VALUES (?, 0, ?, ?, ?, ?)",
      [now.microseconds, now.microseconds, receiver.text, first.group, follows])
    let mail = db.lastInsertedRowID
    let merged = first.group.replacing(first.receiver.agency?.text ?? "", with: receiver.agency?.text ?? "")
    for (other, group) in waiting where standing(other, working) == receiver {
      let samePlace = other.agency.map { group.replacing($0.text, with: receiver.agency?.text ?? "") } ?? group
      guard group == first.group || samePlace == merged else { continue }
      try db.run(
        """
        UPDATE outbox SET mail = ?, receiver = ?
        WHERE mail IS NULL AND not_before <= ? AND receiver = ? AND grp = ?
        """,
        [mail, receiver.text, now.microseconds, other.text, group])
    }
    return Mail(id: mail, receiver: receiver, group: first.group, attempts: 0, follows: follows, digest: nil)
  }

  /// Whether what a notice says is still so; a follow-up needs somebody who was told before.
  private func stillHolds(_ what: Notice.What, _ row: Row, _ working: Working) throws -> Bool {
    let kind: String = row["kind"]
    let state: String = row["state"]
    let isSo =
      switch what {
      case .warning, .breach, .lost, .damaged, .deaf, .silentOffice, .sequenceGap, .tallyDiffers, .mailRefused,
        .calendarHorizon:
        state == "firing" && kind == what.rawValue
      case .changed: state == "firing"
      case .resolved, .cancelled: state == what.rawValue
      case .retracted: state == "retracted" || kind == "warning"
      }
    guard isSo, what.isFollowUp else { return isSo }
    guard let receiver = ReceiverID(row["receiver"] as String) else { return false }
    return try Told.byReceiver(of: row["alert"], underWay: false, self, working)[standing(receiver, working)]?
      .callsFor(what, on: kind) ?? false
  }
}
