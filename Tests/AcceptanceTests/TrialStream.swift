import Dossiers
import Foundation
import Settings
import Simulation
import Store
import Testing

/// Some days of the province, ended not long ago, and what they fold to.
struct TrialStream {
  let events: [Event]
  let lines: String
  let rules: Rules

  init(seed: UInt64) throws {
    let now = Instant(seconds: Int64(Date().timeIntervalSince1970))
    let settings = try Settings.load(
      Built.root.appending(path: "config/dossierd.yaml").path, environment: [:], now: now)
    let calendar = WorkingCalendar(settings.rules.calendar)
    let plan = SimulationPlan(seed: seed, start: LocalDate(now).adding(-12), days: 9, dossiersPerDay: 120)
    let messages = Array(
      try Simulation(plan: plan, registry: settings.rules.registry, calendar: calendar))
    let encoder = EventEncoder()
    events = messages.map(\.event)
    lines = messages.map { String(decoding: encoder.encode($0.event), as: UTF8.self) }.joined(separator: "\n")
    rules = Rules(calendar: calendar, policy: settings.rules.policy, registry: settings.rules.registry)
  }

  /// How many identities the events have.
  var distinct: Int { Set(events.map(\.identity)).count }

  /// The store holds exactly what the stream folds to, and each event once.
  func check(_ trial: DaemonTrial) async throws {
    let store = try SQLiteStore(path: trial.database, access: .reader)
    let counts = try await store.counts()
    #expect(counts.committed == distinct)
    #expect(counts.received == counts.committed + counts.duplicates + counts.parked.values.reduce(0, +))
    let now = Instant(seconds: Int64(Date().timeIntervalSince1970))
    for expected in OfflineFold(events, rules: rules).reports(at: now, unclaimedAfter: .days(7)) {
      guard let code = expected.dossier else { continue }
      #expect(try await store.report(on: code, at: now) == expected, "dossier \(code)")
    }
  }
}
