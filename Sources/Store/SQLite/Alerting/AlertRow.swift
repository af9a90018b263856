import Dossiers
import GRDB

/// What was raised of a deadline or of anything else, as its row keeps it.
struct AlertRow {
  static let columns = "id, kind, state, since, due, step, held_until"

  let id: Int64
  var kind: String
  var state: String
  var since: Instant
  var due: Instant?
  /// How many warning points were told of a warning; how many steps a breach has climbed.
  var step = 0
  /// Until when an acknowledgement keeps it from climbing.
  var heldUntil: Instant?

  var isFiring: Bool { state == "firing" }

  init(id: Int64, kind: String, state: String, since: Instant, due: Instant?, step: Int = 0, heldUntil: Instant? = nil)
  {
    self.id = id
    self.kind = kind
    self.state = state
    self.since = since
    self.due = due
    self.step = step
    self.heldUntil = heldUntil
  }

  /// The alert of a row with `columns`.
  init(_ row: Row) {
    self.init(
      id: row["id"], kind: row["kind"], state: row["state"], since: Instant(microseconds: row["since"]),
      due: row.instant("due"), step: row["step"], heldUntil: row.instant("held_until"))
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
