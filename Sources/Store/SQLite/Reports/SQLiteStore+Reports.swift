public import Dossiers
import GRDB

/// Who was mailed which report.
extension SQLiteStore {
  /// Owes the report over a period to its receivers.
  public func beginReportMails(
    of period: Period, to receivers: [ReceiverID], known: Instant, again: Bool, at now: Instant
  ) async throws(StoreError) {
    try await StoreError.wrapping {
      try await self.database.write { db in
        for receiver in receivers {
          try ReportMails.begin(period, to: receiver, known: known, again: again, at: now, db)
        }
      }
    }
  }

  /// Records what became of a report's mail.
  public func settleReportMail(_ id: Int64, _ outcome: ReportMail.Outcome, at now: Instant) async throws(StoreError) {
    try await change(at: now) { transaction, working in
      guard try ReportMails.settle(id, outcome, at: now, transaction.db) else { return }
      switch outcome {
      case .accepted(let address, _, _): _ = try transaction.setStanding(.mailRefused, address, since: nil, working)
      case .refused(let address, _, _): _ = try transaction.setStanding(.mailRefused, address, since: now, working)
      }
    }
  }

  /// The mails of the report over a period, or all that are still owed.
  public func reportMails(of period: Period?) async throws(StoreError) -> [ReportMail] {
    try await query { try ReportMails.read(period, $0) }
  }
}
