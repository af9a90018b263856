public import Dossiers

/// What came of acknowledging an alert.
public enum Acknowledgement: Sendable, Hashable {
  /// It climbs and is told again no sooner than this.
  case held(until: Instant)
  /// It was acknowledged already at this step, by this person.
  case alreadyHeld(by: String, until: Instant)
  /// All holds together have reached their bound.
  case boundReached
  /// It stands no more, has climbed since, or there never was one.
  case notStanding
}
