import Dossiers
import GRDB

extension Transaction {
  /// Tells once more of a warning whose next point has come, and takes a breach to the steps whose time has come; what
  /// is acknowledged climbs when its hold is over.
  func climb(_ raised: AlertRow, _ deadline: Deadline, _ working: Working, matter: () -> Matter) throws -> AlertRow {
    var raised = raised
    switch raised.kind {
    case "warning":
      let passed = deadline.warningsPassed(at: now)
      guard passed > raised.step else { return raised }
      let isNews = raised.step > 0 && deadline.mailsWarning
      raised.step = passed
      try keepStep(of: raised)
      if isNews { try post(.warning, of: raised, matter(), reason: .again, working) }
    case "breach":
      guard deadline.mailsBreach else { return raised }
      while let (at, audience) = working.planner.escalation(
        of: deadline, raised: raised.raised, after: raised.step),
        max(at, raised.heldUntil ?? at) <= now
      {
        raised.step += 1
        try keepStep(of: raised)
        try note("escalated to \(audience.rawValue)", of: raised.id)
        try post(.breach, of: raised, matter(), reason: .escalated, to: audience, working)
      }
    default: break
    }
    return raised
  }

  private func keepStep(of alert: AlertRow) throws {
    try db.run("UPDATE alerts SET step = ? WHERE id = ?", [alert.step, alert.id])
  }

  /// When a deadline must be looked at again by the clock: the end of time where only news can change it, as for what
  /// was due before `since`; nil once it has ended.
  func nextLook(at deadline: Deadline, raised: AlertRow?, since: Instant?, _ working: Working) -> Instant? {
    guard deadline.end == nil else { return nil }
    guard let missedFrom = deadline.missedFrom, !deadline.isDue(before: since) else { return .distantFuture }
    guard let raised, raised.isFiring else { return deadline.warn.map { min($0, missedFrom) } ?? missedFrom }
    switch raised.kind {
    case "breach":
      guard deadline.mailsBreach,
        let next = working.planner.escalation(
          of: deadline, raised: raised.raised, after: raised.step)?.at
      else {
        return .distantFuture
      }
      return max(next, raised.heldUntil ?? next)
    case "warning":
      return deadline.warning(after: raised.step).map { min($0, missedFrom) } ?? missedFrom
    default:
      return deadline.warn.map { min($0, missedFrom) } ?? missedFrom
    }
  }
}
