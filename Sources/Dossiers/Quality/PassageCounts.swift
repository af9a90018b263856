/// What the shipments of one way show.
struct PassageCounts: Sendable, Hashable {
  /// Accepted in the period.
  private(set) var accepted = 0
  /// Declared lost in the period, and not found again by its end.
  private(set) var lost = 0
  /// Declared damaged in the period.
  private(set) var damaged = 0
  /// Tried at the addressee for the first time in the period.
  private(set) var tried = 0
  /// Those of `tried` that were handed over.
  private(set) var deliveredAtOnce = 0
  /// Handed to the addressee or back to the sender in the period.
  private(set) var ended = 0
  /// Those of `ended` of which no scan is missing.
  private(set) var unbroken = 0
  /// Those of `ended` that came to an office that they were not meant for.
  private(set) var misrouted = 0
  /// Withdrawn by the sender in the period.
  private(set) var withdrawn = 0

  /// Adds what one shipment shows, as far as `scope` knows.
  mutating func add(_ passage: Passage, in scope: FigureScope) {
    if scope.contains(passage.accepted) { accepted += 1 }
    let standsLost = passage.mishaps.contains { mishap in
      mishap.isLoss && scope.contains(mishap.since) && !(mishap.over.map(scope.hasHappened) ?? false)
    }
    if standsLost { lost += 1 }
    if passage.mishaps.contains(where: { !$0.isLoss && scope.contains($0.since) }) { damaged += 1 }
    if let first = passage.firstTry, scope.contains(first.at) {
      tried += 1
      if first.succeeded { deliveredAtOnce += 1 }
    }
    guard let end = passage.end, scope.contains(end.at) else { return }
    if end.kind == .cancelled {
      withdrawn += 1
    } else {
      ended += 1
      if passage.isUnbroken { unbroken += 1 }
      if passage.isMisrouted { misrouted += 1 }
    }
  }

  mutating func merge(_ other: PassageCounts) {
    accepted += other.accepted
    lost += other.lost
    damaged += other.damaged
    tried += other.tried
    deliveredAtOnce += other.deliveredAtOnce
    ended += other.ended
    unbroken += other.unbroken
    misrouted += other.misrouted
    withdrawn += other.withdrawn
  }
}
