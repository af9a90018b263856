/// A stretch of time that does not count, with what caused it.
public struct CausedPause: Sendable, Hashable {
  /// What can cause a pause.
  public enum Cause: Sendable, Hashable {
    /// The item was kept at a place, for this reason.
    case hold(Reason?)
    /// A place or way was closed by force majeure; in words.
    case closure(String)
    /// The agency waited for the citizen's papers.
    case supplement
    /// The agency waited for another body; the letter's reference.
    case consultation(String?)
    /// Another moment that the policy names.
    case moment(Moment)
  }

  /// Why.
  public let cause: Cause
  /// From when.
  public let from: Instant
  /// Until when; nil while it lasts.
  public var until: Instant?

  /// A pause of these parts.
  public init(_ cause: Cause, from: Instant, until: Instant?) {
    self.cause = cause
    self.from = from
    self.until = until
  }

  /// The stretch alone.
  public var pause: Pause { Pause(from: from, until: until) }
}

extension Occurrence {
  /// The cause of a pause that begins here.
  var cause: CausedPause.Cause {
    switch moment {
    case .held, .heldWithExcuse: .hold(reason)
    case .supplementRequested: .supplement
    case .consulted: .consultation(reference)
    default: .moment(moment)
    }
  }
}
