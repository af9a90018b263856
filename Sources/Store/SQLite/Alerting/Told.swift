import Dossiers
import GRDB

/// What people were told of one alert, oldest first: the notices that a server took.
struct Told {
  private let whats: [Notice.What]

  private static let closings: Set<Notice.What> = [.resolved, .retracted, .cancelled]

  /// Reads the ledger; with `underWay`, what stands in a mail that is being sent counts as told.
  init(of alert: Int64, underWay: Bool, _ db: Database) throws {
    let names = try String.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT what FROM (
            SELECT 0 AS later, id, what FROM notices WHERE alert = ? AND outcome = 'accepted'
            UNION ALL SELECT 1, id, what FROM outbox WHERE alert = ? AND mail IS NOT NULL AND ?)
          ORDER BY later, id
          """), arguments: [alert, alert, underWay])
    whats = names.compactMap(Notice.What.init)
  }

  /// Whether an alert of this kind was told, and nothing since that closes it.
  func stands(_ kind: String) -> Bool { last(of: [kind]).map { $0.rawValue == kind } ?? false }

  /// Whether a follow-up on an alert of this kind has someone to go to, and says something new.
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
