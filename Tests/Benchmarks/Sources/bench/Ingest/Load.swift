import Dossiers
import Simulation

/// The streams that the daemon is given to drain.
enum Load: String, CaseIterable, Sendable {
  /// Five scans a dossier, interleaved as in life.
  case plain
  /// The same with ids that have no order in time.
  case randomIDs = "random ids"
  /// One event in ten late by days, and one item in a hundred with a hundred dossiers.
  case late
  /// The plain stream once millions of its events are in the log.
  case fullStore = "full store"

  /// A stream of `count` events that ends now.
  func plan(_ count: Int, seed: UInt64) -> BenchmarkPlan {
    var plan = BenchmarkPlan(seed: seed, events: count, end: .current)
    switch self {
    case .plain, .fullStore: break
    case .randomIDs: plan.randomIDs = true
    case .late: (plan.lateShare, plan.wideShare) = (0.1, 0.01)
    }
    return plan
  }
}
