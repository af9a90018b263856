public import Dossiers
import Foundation
import GRDB

extension SQLiteStore {
  private static let portion: Int64 = 10_000

  /// What the log held by `instant`.
  public func logState(
    knownBy instant: Instant, pause: @Sendable () throws -> Void
  ) async throws(StoreError) -> LogState {
    let end = try await query { db in try SQLiteStore.last(knownBy: instant, db) }
    var digest = LogDigest()
    while digest.last < end {
      digest = try await query { [digest] db in
        var digest = digest
        let after = digest.last
        let rows = try HotStatement(
          db,
          """
          SELECT e.seq, s.text, e.id, e.recorded, e.body FROM events e LEFT JOIN sources s ON s.id = e.source
          WHERE e.seq > ? AND e.seq <= ? ORDER BY e.seq LIMIT ?
          """)
        try rows.each(after, end, SQLiteStore.portion) { row in
          digest.addEvent(
            seq: row.integer(0), source: row.text(1), id: row.text(2), recorded: row.integer(3), body: row.blob(4))
        }
        return digest
      }
      do { try pause() } catch { throw .failed(why: "\(error)") }
    }
    return try await query { [digest] db in
      var digest = digest
      for row in try SQLiteStore.versions(knownBy: instant, db) {
        digest.addVersion(
          seq: row["seq"], kind: row["kind"], recorded: row["recorded"], body: Array(row["body"] as Data))
      }
      return digest.state
    }
  }

  /// The registry that was in use at `instant`.
  public func registry(knownBy instant: Instant) async throws(StoreError) -> Registry {
    try await query { db in
      let row = try SQLiteStore.versions(knownBy: instant, db).last { $0["kind"] == "registry" }
      guard let body = row?["body"] as Data? else { throw StoreError.noRules }
      do { return try JSONDecoder().decode(Registry.self, from: body) } catch {
        throw StoreError.damaged(what: "a version of the registry cannot be read: \(error)")
      }
    }
  }

  /// The same bound by which the past is folded anew.
  static func last(knownBy instant: Instant, _ db: Database) throws -> Int64 {
    try Int64.fetchOne(
      db, sql: "SELECT seq FROM events WHERE recorded <= ? ORDER BY seq DESC LIMIT 1",
      arguments: [instant.microseconds]) ?? 0
  }

  /// The first version of each kind also holds for the time before it was recorded.
  private static func versions(knownBy instant: Instant, _ db: Database) throws -> [Row] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT seq, kind, recorded, body FROM versions
        WHERE recorded <= ? OR seq IN (SELECT min(seq) FROM versions GROUP BY kind) ORDER BY seq
        """, arguments: [instant.microseconds])
  }
}
