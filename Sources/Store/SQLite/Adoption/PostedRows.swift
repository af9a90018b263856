import Dossiers
import GRDB

/// Counts the dossiers that went through the post, by the days that their keys are made of.
///
/// Codes that are not written in the usual way have keys without a day: all of those are looked at.
struct PostedRows {
  let first: CalendarMonth
  let last: CalendarMonth
  let limit: Int

  func next(after cursor: PostedCursor, _ working: Working, _ db: Database) throws -> PostedPortion {
    let days = DossierKeys.range(from: first, through: last)
    let isUnpacked = cursor.key < 0
    let (lower, upper) = isUnpacked ? (cursor.key, 0) : (max(cursor.key, days.lowerBound - 1), days.upperBound)
    let keys = try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT key FROM dossiers WHERE key > ? AND key < ? ORDER BY key LIMIT ?"),
      arguments: [lower, upper, limit])
    var sums = PostedSums()
    var reader = EvidenceReader(working)
    for key in keys {
      if let count = try reader.dossier(key, db).flatMap({ count($0, by: working.rules) }) { sums.add(count) }
    }
    let isAtEnd = keys.count < limit
    let next = isAtEnd ? isUnpacked ? PostedCursor(key: 0) : nil : keys.last.map { PostedCursor(key: $0) }
    return PostedPortion(counts: sums.counts, next: next)
  }

  private func count(_ evidence: DossierCase, by rules: Rules) -> PostedCount? {
    guard let month = evidence.code.month, first <= month, month <= last else { return nil }
    let standing = evidence.carried.filter { $0.end?.kind != .cancelled }
    let isCollected = standing.contains { $0.carries == .dossier }
    let isReturned = standing.contains { $0.carries == .result || $0.carries == .refusal }
    let state = DossierState(evidence, rules: rules)
    guard isCollected || isReturned, let agency = state.agency else { return nil }
    return PostedCount(
      agency: agency, procedure: state.procedure, month: month, collected: isCollected ? 1 : 0,
      returned: isReturned ? 1 : 0, posted: 1)
  }
}
