/// A piece of evidence that does not fit the rest, kept with its event.
public struct Anomaly: Sendable, Hashable {
  /// The kinds of anomaly, by the names that outsiders see.
  public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
    /// A second acceptance before the end of the shipment; the first stands.
    case acceptedAgain = "accepted-again"
    /// A scan that no acceptance claims.
    case unclaimed
    /// A scan after the end of the shipment.
    case afterEnd = "after-end"
    /// Sent back before the two attempts that Circular 17/2017 art. 5(2)(h) asks for.
    case returnedEarly = "returned-early"
    /// Handed over at an office that is neither destination nor sender.
    case deliveredElsewhere = "delivered-elsewhere"
    /// Two sources say different things of one fact.
    case disagrees
    /// A note of an agency that has no say in the dossier; it changes nothing.
    case foreignNote = "foreign-note"
    /// A second new date, where the law allows one (Decree 61/2018 art. 19(9)).
    case rescheduledAgain = "rescheduled-again"
    /// A note of a dossier that nothing has opened.
    case noteWithoutCase = "note-without-case"
  }

  /// What does not fit.
  public let kind: Kind
  /// The item concerned, where it is about one.
  public let item: ItemID?
  /// The event that does not fit, by its place in the story.
  public let event: EventOrder

  /// An anomaly of these parts.
  public init(_ kind: Kind, item: ItemID?, event: EventOrder) {
    self.kind = kind
    self.item = item
    self.event = event
  }
}
