public import Dossiers

/// The shape of a stream to measure with.
public struct BenchmarkPlan: Sendable, Hashable {
  /// The same seed gives the same stream.
  public var seed: UInt64
  /// How many events, rounded up to five a dossier's envelope.
  public var events: Int
  /// How many envelopes are on their way at once.
  public var inFlight: Int
  /// The instant by which all has happened.
  public var end: Instant
  /// How long before `end` the first event happened.
  public var span: Span
  /// Event ids without any order in time, in place of ULIDs.
  public var randomIDs: Bool
  /// The share of events that arrive a fifth of `span` late.
  public var lateShare: Double
  /// The share of envelopes that carry a hundred dossiers.
  public var wideShare: Double
  /// The number of the first envelope; streams whose numbers differ have no item in common.
  public var first = 0

  /// A plan of these parts; the defaults are those of the plain benchmark.
  public init(
    seed: UInt64 = 1, events: Int, inFlight: Int = 20_000, end: Instant, span: Span = .days(10),
    randomIDs: Bool = false, lateShare: Double = 0, wideShare: Double = 0
  ) {
    self.seed = seed
    self.events = events
    self.inFlight = inFlight
    self.end = end
    self.span = span
    self.randomIDs = randomIDs
    self.lateShare = lateShare
    self.wideShare = wideShare
  }
}
