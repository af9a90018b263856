public import Dossiers

/// What is told, to whom, and when its notices leave.
public struct Telling: Sendable, Hashable {
  /// Who is told, and when.
  public let routing: Routing
  /// How long a follow-up waits for a correction of the correction: the replacement of a voided event.
  public let correctionWait: Span
  /// From when the store watches: what was due before is reported and raises nothing. Nil for ever since.
  public let since: Instant?

  /// What `routing` says, with a wait of this length.
  public init(routing: Routing = Routing(), correctionWait: Span = .minutes(5), since: Instant? = nil) {
    self.routing = routing
    self.correctionWait = correctionWait
    self.since = since
  }

  /// The usual routes with these waits, and no least time between two mails.
  public init(
    groupWait: Span, correctionWait: Span = .minutes(5), waitsForOpening: Bool = true, since: Instant? = nil
  ) {
    let timing = Timing(
      groupWait: groupWait, groupInterval: .zero, hours: waitsForOpening ? .opening : .any)
    self.init(routing: Routing(tree: .usual(timing)), correctionWait: correctionWait, since: since)
  }
}
