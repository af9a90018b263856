import Dossiers
import Settings
import Simulation

/// How many dossiers of a month of the province the core folds and reports on in a second, without broker or disk.
struct FoldMeasurement {
  private let rules: Rules
  private let events: [Event]
  private let now: Instant

  /// Rounds whose median counts.
  private static let rounds = 5
  /// The month: 31 days from 2 March 2026, with the faults of an ordinary year.
  private static let plan = SimulationPlan(seed: 3, start: LocalDate(day: 20_514), days: 31)

  init(bench: Workbench) throws {
    let given = bench.rules
    let calendar = WorkingCalendar(given.calendar)
    rules = Rules(calendar: calendar, policy: given.policy, registry: given.registry)
    events = try Simulation(plan: Self.plan, registry: given.registry, calendar: calendar).map(\.event)
    now = Self.plan.start.adding(Self.plan.days).start
  }

  func run() -> [Figure] {
    Workbench.say("\(events.count) events of \(Self.plan.days) days, \(Self.rounds) rounds")
    let rates = (1...Self.rounds).map { _ in rate() }
    return rates.median.map { [Figure("fold.dossiers_per_second", $0, "dossiers/s")] } ?? []
  }

  /// Dossiers a second, from their events to their reports.
  private func rate() -> Double {
    var dossiers = 0
    let elapsed = ContinuousClock().measure {
      let reports = OfflineFold(events, rules: rules).reports(at: now, unclaimedAfter: .days(7))
      dossiers = reports.count { $0.dossier != nil }
    }
    return Double(dossiers) / (elapsed / .seconds(1))
  }
}
