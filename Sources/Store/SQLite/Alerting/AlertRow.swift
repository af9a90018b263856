import Dossiers
import GRDB

/// What was raised of a deadline or mishap, as its row keeps it.
struct AlertRow {
  let id: Int64
  let kind: String
  let state: String
  let since: Instant
  let due: Instant?

  var isFiring: Bool { state == "firing" }

  init(id: Int64, kind: String, state: String, since: Instant, due: Instant?) {
    self.id = id
    self.kind = kind
    self.state = state
    self.since = since
    self.due = due
  }

  /// The alert of a joined row, or nil where there is none.
  init?(_ row: Row) {
    guard let id = row["id"] as Int64? else { return nil }
    self.init(
      id: id, kind: row["kind"], state: row["state"], since: Instant(microseconds: row["since"]),
      due: row.instant("due"))
  }
}

/// How an alert ends in the ledger.
enum Closing: String {
  case resolved
  case retracted
  case cancelled

  /// What those who were told are told now.
  var notice: Notice.What {
    switch self {
    case .resolved: .resolved
    case .retracted: .retracted
    case .cancelled: .cancelled
    }
  }
}
