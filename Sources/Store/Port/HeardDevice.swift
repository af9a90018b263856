public import Dossiers

/// A device that was heard.
public struct HeardDevice: Sendable, Hashable {
  /// The device.
  public let source: EventSource
  /// When intake last took something that it told.
  public let heard: Instant
}
