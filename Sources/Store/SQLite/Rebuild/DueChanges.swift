import Dossiers
import GRDB

/// Holds the deadlines by the rules in force against those by other rules.
struct DueChanges {
  let working: Working
  let other: DeadlinePlanner
  let now: Instant

  /// The changes among the next `limit` owners after `cursor`, and where to go on.
  func next(
    after cursor: ReplanCursor, limit: Int, _ db: Database
  ) throws -> (changes: [DueChange], next: ReplanCursor?) {
    let sql =
      cursor.ofItem
      ? "SELECT key FROM shipments WHERE key > ? ORDER BY key LIMIT ?"
      : "SELECT key FROM dossiers WHERE key > ? ORDER BY key LIMIT ?"
    let keys = try Int64.fetchAll(db.cachedStatement(sql: sql), arguments: [cursor.owner, limit])
    var reader = EvidenceReader(working)
    let changes = try keys.flatMap { try cursor.ofItem ? ofItem($0, &reader, db) : ofDossier($0, &reader, db) }
    guard keys.count == limit, let last = keys.last else {
      return (changes, cursor.ofItem ? ReplanCursor(ofItem: false, owner: .min) : nil)
    }
    return (changes, ReplanCursor(ofItem: cursor.ofItem, owner: last))
  }

  private func ofItem(_ key: Int64, _ reader: inout EvidenceReader, _ db: Database) throws -> [DueChange] {
    guard let history = try reader.item(key, db) else { return [] }
    return try history.shipments.flatMap { shipment in
      let told = try reader.dateTold(of: shipment, db)
      return differing(
        working.planner.deadlines(of: shipment, dateTold: told), other.deadlines(of: shipment, dateTold: told)
      ).map {
        DueChange(item: history.item, dossiers: shipment.carried.map(\.dossier), before: $0.before, after: $0.after)
      }
    }
  }

  private func ofDossier(_ key: Int64, _ reader: inout EvidenceReader, _ db: Database) throws -> [DueChange] {
    guard let evidence = try reader.dossier(key, db) else { return [] }
    let state = DossierState(evidence, rules: working.rules)
    return differing(working.planner.deadlines(of: state), other.deadlines(of: state)).map {
      DueChange(item: nil, dossiers: [evidence.code], before: $0.before, after: $0.after)
    }
  }

  private func differing(_ one: [Deadline], _ two: [Deadline]) -> [(before: Deadline?, after: Deadline?)] {
    let keyed = { (deadlines: [Deadline]) in
      Dictionary(deadlines.map { (DeadlineKey(clock: $0.clock, round: $0.round), $0) }) { first, _ in first }
    }
    let (before, after) = (keyed(one), keyed(two))
    return Set(before.keys).union(after.keys)
      .sorted { ($0.clock, $0.round) < ($1.clock, $1.round) }
      .filter { key in
        guard let old = before[key], let new = after[key] else { return true }
        return old.dueDate != new.dueDate || old.state(at: now) != new.state(at: now)
      }
      .map { (before[$0], after[$0]) }
  }
}
