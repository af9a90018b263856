public import Dossiers
import Store
import Web

/// How the running daemon is, as it says itself.
public struct DaemonStatus: Sendable, Hashable, Codable {
  /// The program's version.
  public let version: String
  /// When it was started.
  public let startedAt: Instant
  /// What keeps it from its work, in English, one sentence each.
  public let problems: [String]
  /// Whether there is a link to the broker.
  public let isLinked: Bool
  /// Since when that is so.
  public let linkSince: Instant?
  /// How many messages are ready in the queue; nil while there is no link.
  public let ready: Int?
  /// How long after their time the scans since the start were recorded, where there were any.
  public let lag: Lag?

  /// The lag from scan to record, in seconds, each a bound that is not exceeded; nil where it is more than three days.
  public struct Lag: Sendable, Hashable, Codable {
    /// Of half of the scans.
    public let half: Double?
    /// Of nine in ten.
    public let most: Double?
    /// The office whose scans come latest.
    public let slowest: OfficeCode
    /// Of half of that office's scans.
    public let slowestHalf: Double?
  }

  /// A status by what the daemon knows of itself.
  init(_ health: Health, _ readings: Readings) {
    version = health.version
    startedAt = health.startedAt
    problems = health.problems
    isLinked = health.linkUp
    linkSince = health.linkSince
    ready = readings.ready
    lag = Lag(readings)
  }
}

extension DaemonStatus.Lag {
  fileprivate init?(_ readings: Readings) {
    let halves = readings.lags.compactMap { office, lags in lags.bound(of: 0.5).map { (office, $0) } }
    guard var all = readings.lags.values.first, let slowest = halves.max(by: { ($0.1, $1.0) < ($1.1, $0.0) }) else {
      return nil
    }
    for (place, lags) in readings.lags.values.enumerated() where place > 0 { all.merge(lags) }
    let bound = { (value: Double?) in value.flatMap { $0.isFinite ? $0 : nil } }
    half = bound(all.bound(of: 0.5))
    most = bound(all.bound(of: 0.9))
    self.slowest = slowest.0
    slowestHalf = bound(slowest.1)
  }
}
