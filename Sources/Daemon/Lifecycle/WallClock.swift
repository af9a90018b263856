public import Dossiers
import Foundation

/// Where the daemon has the time from.
///
/// Decisions are made on the wall clock; waiting is done on the monotonic one, in short stretches, so that a step of the
/// wall clock or a suspended machine is noticed.
public protocol WallClock: Sendable {
  /// The instant now.
  var now: Instant { get }
}

/// The machine's own clock.
public struct SystemClock: WallClock {
  /// The machine's clock.
  public init() {}

  /// The instant now.
  public var now: Instant { Instant(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000)) }
}
