public import Dossiers
import GRDB
import Synchronization

/// What people do about alerts, and what is told of them.
extension SQLiteStore {
  /// Goes by `telling` from now on.
  public func goBy(_ telling: Telling) async {
    self.telling.withLock { $0 = telling }
    working.withLock { $0 = nil }
  }

  /// Raises and resolves what concerns a post office as a whole.
  public func watchDevices(at now: Instant) async throws(StoreError) -> Bool {
    try await change(at: now) { try $0.watchDevices(&$1) }
  }

  /// Raises and resolves that the hand-over list of an office differs from its scans.
  public func compareTallies(at now: Instant, limit: Int) async throws(StoreError) -> TallyComparison {
    try await change(at: now) { try $0.compareTallies(limit: limit, &$1) }
  }

  /// Writes the digests of the day once their time has come.
  public func writeDigests(at now: Instant) async throws(StoreError) -> Bool {
    try await change(at: now) { try $0.writeDigests($1) }
  }

  /// Holds back escalation and repeats of an alert as somebody has it in hand.
  public func acknowledge(
    _ alert: Int64, step: Int?, by person: String, at now: Instant
  ) async throws(StoreError) -> Acknowledgement {
    try await change(at: now, cause: .person(person)) { try $0.acknowledge(alert, step: step, by: person, $1) }
  }

  /// Orders a silence.
  public func silence(
    _ matchers: [Matcher], by author: String, reason: String, from begins: Instant, until ends: Instant,
    at now: Instant
  ) async throws(StoreError) -> Silence {
    try await change(at: now) { transaction, _ in
      try transaction.add(matchers, by: author, reason: reason, from: begins, until: ends)
    }
  }

  /// Ends a silence now.
  public func expireSilence(_ id: Int64, at now: Instant) async throws(StoreError) -> Bool {
    try await change(at: now) { transaction, _ in try transaction.expireSilence(id) }
  }

  /// The silences that have not ended.
  public func silences(at now: Instant) async throws(StoreError) -> [Silence] {
    try await query { try Silences(at: now, $0).all }
  }

  /// The lives of the alerts that concern a dossier.
  public func histories(of dossier: DossierCode) async throws(StoreError) -> [AlertHistory] {
    try await look { db, working in try AlertHistories.read(of: dossier, working, db) }
  }
}
