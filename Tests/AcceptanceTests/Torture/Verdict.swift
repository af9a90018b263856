import Dossiers
import Foundation
import Settings
import Store
import TestSupport

/// What an ordeal left, against what the same events come to offline.
struct Verdict {
  let score: Score
  /// What is not as it should be, a sentence each.
  private(set) var complaints: [String] = []

  /// Waits until nothing more is to be told, ends the daemon in order, and compares.
  init(_ ordeal: Ordeal) async throws {
    let rules = Rules(
      calendar: WorkingCalendar(ordeal.rules.calendar), policy: ordeal.rules.policy, registry: ordeal.rules.registry)
    let fold = OfflineFold(ordeal.stream.told, rules: rules)
    try await Verdict.wait(for: ordeal, fold)
    let status = try await ordeal.daemon.stop().status
    if status != 0 { complaints.append("the daemon ended with status \(status)") }

    let log = try ordeal.view.identities()
    let told = ordeal.stream.identities
    let ledger = try Ledger(ordeal.view.ledger(), mails: ordeal.trial.mailServer.maildir)
    score = ordeal.score(
      eventsLost: told.subtracting(log).count, alertsDoubled: ledger.doubled, mailsRepeated: ledger.repeated)
    if !log.isSubset(of: told) { complaints.append("\(log.subtracting(told).count) events in the log were never sent") }
    for id in ledger.unmatched { complaints.append("the mail \(id) is not both in the ledger and at the server") }

    let store = try SQLiteStore(path: ordeal.trial.database)
    try await compareCounts(store, ordeal)
    try await lookForTheUntold(store, ordeal)
    try await compare(store, fold, at: ordeal.now)
    complaints = Array(complaints.prefix(20))
  }

  /// Until the alerts are those of the fold, and all that is due is told.
  private static func wait(for ordeal: Ordeal, _ fold: OfflineFold) async throws {
    let reader = try SQLiteStore(path: ordeal.trial.database, access: .reader)
    var missing: Set<String> = []
    do {
      try await waitUntil("the alerts are those of the fold, and told", within: .seconds(120)) {
        missing = try await Verdict.firing(reader).symmetricDifference(
          Verdict.firing(fold.reports(at: ordeal.now, unclaimedAfter: .days(7))))
        return try missing.isEmpty && ordeal.view.overdue(at: ordeal.now) == 0
      }
    } catch {
      throw DaemonTrial.Failed(
        description: "\(error); \(try ordeal.view.overdue(at: ordeal.now)) notices are overdue, and alerts differ: "
          + missing.sorted().prefix(10).joined(separator: "; "))
    }
  }

  private static func firing(_ reports: [CaseReport]) -> Set<String> {
    Set(
      reports.flatMap { report in
        report.alerts.filter { $0.state == .firing }.map { alert in
          line(alert.item?.text ?? report.dossier?.text, alert.clock, alert.kind.rawValue, alert.since)
        }
      })
  }

  private static func firing(_ store: SQLiteStore) async throws -> Set<String> {
    Set(
      try await store.alerts(firingOnly: true, limit: 1_000_000).filter { Alert.Kind(rawValue: $0.kind) != nil }.map {
        line($0.subject?.item?.text ?? $0.subject?.dossiers.first?.text, $0.subject?.clock, $0.kind, $0.since)
      })
  }

  private static func line(_ subject: String?, _ clock: ClockKind?, _ kind: String, _ since: Instant) -> String {
    "\(subject ?? "nothing") \(clock?.rawValue ?? "") \(kind) since \(since.rfc3339)"
  }

  private mutating func compare(_ store: SQLiteStore, _ fold: OfflineFold, at now: Instant) async throws {
    for expected in fold.reports(at: now, unclaimedAfter: .days(7)) {
      guard let code = expected.dossier else { continue }
      if try await store.report(on: code, at: now) != expected { complaints.append("\(code) is not as folded offline") }
    }
    let rebuilt = try await store.rebuild(replacing: false, at: now) { _ in }
    for difference in rebuilt.differences {
      complaints.append("\(difference.table) \(difference.name) is not as rebuilt")
    }
  }

  private mutating func compareCounts(_ store: SQLiteStore, _ ordeal: Ordeal) async throws {
    let counts = try await store.counts()
    let parked = counts.parked.values.reduce(0, +)
    if counts.received != counts.committed + counts.duplicates + parked {
      complaints.append("\(counts.received) received are not the sum of what became of them: \(counts)")
    }
    if counts.committed != ordeal.stream.identities.count {
      complaints.append("\(counts.committed) were committed of \(ordeal.stream.identities.count)")
    }
    if parked != ordeal.parked {
      complaints.append("\(parked) were parked, expected \(ordeal.parked): \(counts.parked)")
    }
  }

  private mutating func lookForTheUntold(_ store: SQLiteStore, _ ordeal: Ordeal) async throws {
    let told = try ordeal.view.alertsWithWord()
    for alert in try await store.alerts(firingOnly: true, limit: 1_000_000) where !told.contains(alert.id) {
      guard ["breach", "lost", "damaged"].contains(alert.kind), alert.subject?.deadline?.mailsBreach ?? true else {
        continue
      }
      complaints.append("nobody was told of alert \(alert.id), \(alert.kind) of \(alert.subject?.item?.text ?? "")")
    }
  }
}
