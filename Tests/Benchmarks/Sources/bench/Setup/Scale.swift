/// How much is measured, and how often.
struct Scale: Sendable {
  /// Rounds whose median counts.
  let rounds: Int
  /// Events to drain in a round.
  let events: Int
  /// Whether peers drain the same beside the daemon.
  let hasPeers: Bool
  /// Events in the log before a round on a full store; 0 for none such.
  let history: Int
  /// For how long events come at a steady rate.
  let steadySeconds: Int
  /// Deadlines that fall due while one waits.
  let deadlines: Int
  /// Dossiers that run late at the same instant.
  let storm: Int

  /// Dossiers in the store behind the overview: few and many.
  let dossiers: (few: Int, many: Int)

  /// What the figures are promised for.
  static let full = Scale(
    rounds: 3, events: 200_000, hasPeers: true, history: 2_000_000, steadySeconds: 20, deadlines: 500,
    storm: 20_000, dossiers: (100_000, 5_000_000))
  /// What tells in a minute whether a change pays.
  static let quick = Scale(
    rounds: 1, events: 50_000, hasPeers: false, history: 0, steadySeconds: 5, deadlines: 100, storm: 2_000,
    dossiers: (20_000, 400_000))

  /// Events a second at the steady rate.
  static let steadyRate = 1_000
}
