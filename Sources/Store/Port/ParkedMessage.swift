public import Dossiers

/// A message that could not be taken, kept whole with its reason.
public struct ParkedMessage: Sendable, Hashable, Identifiable {
  /// Its number in the table of parked.
  public let id: Int64
  /// Why it was parked.
  public let refusal: Refusal
  /// The message.
  public let message: Message
  /// When it was parked first.
  public let recorded: Instant
  /// When it is tried again by itself; nil where a person or a new registry decides.
  public let retry: Instant?

  /// A parked message of these parts.
  public init(id: Int64, refusal: Refusal, message: Message, recorded: Instant, retry: Instant?) {
    self.id = id
    self.refusal = refusal
    self.message = message
    self.recorded = recorded
    self.retry = retry
  }
}

/// Which parked messages are meant.
public enum ParkedSelection: Sendable, Hashable {
  /// All, newest first, at most so many.
  case newest(Int)
  /// Those with a number below `before`, newest first, at most `limit`.
  case older(before: Int64, limit: Int)
  /// One.
  case one(Int64)
  /// Those whose time has come.
  case due(Instant, limit: Int)
  /// Those that a new registry may change, with a number above `after`.
  case dependingOnRegistry(after: Int64, limit: Int)
}
