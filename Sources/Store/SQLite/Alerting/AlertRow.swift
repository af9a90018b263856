import Dossiers
import GRDB

/// What was raised of a deadline or of anything else, as its row keeps it.
struct AlertRow {
  let id: Int64
  var kind: String
  var state: String
  var since: Instant
  var due: Instant?
  /// How many warning points were told of a warning; how many steps a breach has climbed.
  var step = 0
  /// Until when an acknowledgement keeps it from climbing.
  var heldUntil: Instant?
  /// When it was raised.
  let raised: Instant

  var isFiring: Bool { state == "firing" }
}

extension AlertRow {
  /// The alert of a row that has a column for each part.
  init(_ row: Row) {
    self.init(
      id: row["id"], kind: row["kind"], state: row["state"], since: Instant(microseconds: row["since"]),
      due: row.instant("due"), step: row["step"], heldUntil: row.instant("held_until"),
      raised: Instant(microseconds: row["raised"]))
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
