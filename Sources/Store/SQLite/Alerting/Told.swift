import Dossiers
import GRDB

/// What one receiver was told of one alert, oldest first: the notices that a server took, or may have taken.
struct Told {
  private var whats: [Notice.What] = []
  /// The group of the last of them.
  private(set) var group = ""

  private static let closings: Set<Notice.What> = [.resolved, .retracted, .cancelled]

  /// Reads the ledger of an alert, by whoever has each receiver's part by now; with `underWay`, what stands in a mail
  /// that is being sent counts as told.
  static func byReceiver(
    of alert: Int64, underWay: Bool, _ transaction: Transaction, _ working: Working
  ) throws -> [ReceiverID: Told] {
    let rows = try Row.fetchAll(
      transaction.db.cachedStatement(
        sql: """
          SELECT receiver, grp, what FROM (
            SELECT 0 AS later, id, receiver, grp, what FROM notices WHERE alert = ? AND outcome IN ('accepted', 'unknown')
            UNION ALL SELECT 1, id, receiver, grp, what FROM outbox WHERE alert = ? AND mail IS NOT NULL AND ?)
          ORDER BY later, id
          """), arguments: [alert, alert, underWay])
    var told: [ReceiverID: Told] = [:]
    for row in rows {
      guard let receiver = ReceiverID(row["receiver"] as String), let what = Notice.What(rawValue: row["what"]) else {
        continue
      }
      told[transaction.standing(receiver, working), default: Told()].add(what, in: row["grp"])
    }
    return told
  }

  private mutating func add(_ what: Notice.What, in group: String) {
    whats.append(what)
    self.group = group
  }

  /// Whether an alert of this kind was told, and nothing since that closes it.
  func stands(_ kind: String) -> Bool { last(of: [kind]).map { $0.rawValue == kind } ?? false }

  /// Whether a follow-up on an alert of this kind says something new.
  func callsFor(_ followUp: Notice.What, on kind: String) -> Bool {
    switch followUp {
    case .changed: last(of: ["warning", "breach"]).map { !Told.closings.contains($0) } ?? false
    // A breach whose due instant moved on is a warning by now.
    case .retracted where kind == "warning": last(of: ["breach"]).map { $0 != .retracted } ?? false
    default: last(of: [kind]).map { $0 != followUp } ?? false
    }
  }

  /// What was told last, of these kinds and of what closes them; nil where none of the kinds was.
  private func last(of kinds: [String]) -> Notice.What? {
    guard whats.contains(where: { kinds.contains($0.rawValue) }) else { return nil }
    return whats.last { kinds.contains($0.rawValue) || Told.closings.contains($0) }
  }
}
