import Dossiers
import Foundation
import GRDB

extension Transaction {
  /// In a mail of more notices than this the explanation of each is left to the command that tells it.
  private static let explainedNotices = 10

  /// What waits beyond so many leaves in a mail of its own: all of a province's deadlines in one would be larger than
  /// mail servers take, and than phones show.
  private static let mostNotices = 1000

  /// Claims the next mail until `lease`, without the notices whose reason has gone and those that are silenced.
  ///
  /// A mail that its server may have taken at an earlier try says the same again, so that whoever got it gets nothing
  /// else by its repeat; what is no longer so is left out all the same, and entered as perhaps told.
  func claimMail(lease: Instant, _ working: Working) throws -> PendingMail? {
    while let mail = try mailToTry() ?? newMail(working) {
      let digest = try mail.digest.map { try self.digest($0, to: mail.receiver, working) }
      let notices = digest == nil ? try notices(of: mail, working) : []
      guard digest?.isEmpty == false || !notices.isEmpty else {
        try db.run("DELETE FROM mails WHERE id = ?", [mail.id])
        continue
      }
      try db.run(
        "UPDATE mails SET lease = ?, uncertain = ? WHERE id = ?", [lease.microseconds, mail.isUncertain, mail.id])
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
    /// Whether its server may have taken it already.
    let isUncertain: Bool
    let lastError: String?
  }

  private func notices(of mail: Mail, _ working: Working) throws -> [Notice] {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT o.id, o.what, o.receiver, o.reason, o.step, a.id AS alert, a.kind, a.state, a.since
          FROM outbox o JOIN alerts a ON a.id = o.alert WHERE o.mail = ? ORDER BY o.id
          """), arguments: [mail.id])
    let silences = try Silences(at: now, db)
    let causes = try Causes(db)
    var notices: [Notice] = []
    for row in rows {
      guard let what = Notice.What(rawValue: row["what"]), let reason = Notice.Reason(rawValue: row["reason"]) else {
        try drop(row)
        continue
      }
      if what.isFollowUp, let settled = try uncertainUntil(row, apartFrom: mail, working) {
        try hold(row, until: settled)
        continue
      }
      guard try stillHolds(what, row, working) else {
        if mail.isUncertain {
          try enterAsPerhapsTold(row, of: mail.group, why: mail.lastError ?? "its sender ended meanwhile")
        }
        try drop(row)
        continue
      }
      let subject = try NoticeSubjects.read(alert: row["alert"], working, db)
      if !what.isFollowUp, !mail.isUncertain {
        let labels = Matter(subject).labels(what.rawValue, on: LocalDate(now), in: working.rules.registries.latest)
        if let silence = silences.first(meeting: labels) {
          try hold(row, until: silence.ends, silence: silence.id)
          continue
        }
        if let cause = causes.cause(of: what, subject) {
          try hold(row, until: .distantFuture, behind: cause)
          continue
        }
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

  private func drop(_ row: Row) throws {
    try db.run("DELETE FROM outbox WHERE id = ?", [row["id"] as Int64])
  }

  private func hold(_ row: Row, until notBefore: Instant, silence: Int64? = nil, behind: Int64? = nil) throws {
    try db.run(
      "UPDATE outbox SET mail = NULL, not_before = ?, silence = ?, behind = ? WHERE id = ?",
      [notBefore.microseconds, silence, behind, row["id"] as Int64])
  }

  /// Until when it is open whether the receiver of a follow-up was told, in another mail, of what it follows; nil where
  /// that is known.
  private func uncertainUntil(_ followUp: Row, apartFrom mail: Mail, _ working: Working) throws -> Instant? {
    guard let receiver = ReceiverID(followUp["receiver"] as String) else { return nil }
    let open = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT o.receiver, max(m.not_before, ifnull(m.lease, 0)) AS tried FROM outbox o JOIN mails m ON m.id = o.mail
          WHERE o.alert = ? AND m.id <> ? AND (m.uncertain OR m.lease IS NOT NULL)
          """), arguments: [followUp["alert"] as Int64, mail.id])
    let told = open.filter { row in
      ReceiverID(row["receiver"] as String).map { standing($0, working) } == standing(receiver, working)
    }
    return told.compactMap { $0.instant("tried") }.max()
  }

  /// A mail that was tried before, or whose claim ran out.
  private func mailToTry() throws -> Mail? {
    try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT id, receiver, grp, attempts, follows, digest, uncertain OR lease IS NOT NULL AS uncertain, last_error
          FROM mails
          WHERE not_before <= ? AND (lease IS NULL OR lease <= ?) ORDER BY not_before LIMIT 1
          """), arguments: [now.microseconds, now.microseconds]
    ).map { row in
      Mail(
        id: row["id"], receiver: ReceiverID(row["receiver"] as String) ?? ReceiverID(.operator), group: row["grp"],
        attempts: row["attempts"], follows: row["follows"], digest: try (row["digest"] as Data?).map(DigestWindow.init),
        isUncertain: row["uncertain"], lastError: row["last_error"])
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
    var room = Transaction.mostNotices
    for (other, group) in waiting where standing(other, working) == receiver {
      let samePlace = other.agency.map { group.replacing($0.text, with: receiver.agency?.text ?? "") } ?? group
      guard group == first.group || samePlace == merged else { continue }
      try db.run(
        """
        UPDATE outbox SET mail = ?, receiver = ? WHERE id IN (
          SELECT id FROM outbox WHERE mail IS NULL AND not_before <= ? AND receiver = ? AND grp = ?
          ORDER BY not_before, id LIMIT ?)
        """,
        [mail, receiver.text, now.microseconds, other.text, group, room])
      room -= db.changesCount
    }
    return Mail(
      id: mail, receiver: receiver, group: first.group, attempts: 0, follows: follows, digest: nil,
      isUncertain: false, lastError: nil)
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
