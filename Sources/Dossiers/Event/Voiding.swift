/// Says that an earlier event was wrong.
public struct Voiding: Sendable, Hashable {
  /// The event that is taken back.
  public let voided: EventIdentity
  /// Why.
  public let reason: Why
  /// The event that stands in its place, where there is one.
  public let replacement: EventIdentity?

  /// A voiding of these parts.
  public init(voided: EventIdentity, reason: Why, replacement: EventIdentity? = nil) {
    self.voided = voided
    self.reason = reason
    self.replacement = replacement
  }

  /// The reasons of EPCIS 2.0's error declaration.
  public enum Why: String, Sendable, Hashable, CaseIterable {
    /// It never happened.
    case didNotOccur = "did-not-occur"
    /// It happened otherwise.
    case incorrectData = "incorrect-data"

    static let names = Vocabulary(allCases)
  }
}
