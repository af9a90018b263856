/// A set of events without copies and without those that were voided.
public struct StandingEvents: Sendable {
  /// The events that stand, in the order in which they were given.
  public let events: [Event]
  /// Events whose identity was taken by one with other content, which stands.
  public let reused: [Event]

  /// What stands of `events`.
  ///
  /// A voiding counts when its source may void the other's events; a voiding itself can't be voided.
  public init(_ events: [Event]) {
    var first: [EventIdentity: Event] = [:]
    var unique: [Event] = []
    var reused: [Event] = []
    for event in events {
      if let known = first[event.identity] {
        if !known.hasSameContent(as: event) { reused.append(event) }
      } else {
        first[event.identity] = event
        unique.append(event)
      }
    }
    var voided: Set<EventIdentity> = []
    for event in unique {
      if case .voided(let voiding) = event.fact, event.identity.source.mayVoid(voiding.voided.source) {
        voided.insert(voiding.voided)
      }
    }
    self.reused = reused
    self.events = unique.filter { event in
      if case .voided = event.fact { return true }
      return !voided.contains(event.identity)
    }
  }
}
