import Dossiers

/// Puts what an operator says into events of his own: the source tells who, an extension attribute why.
struct OperatorVoice: Sendable {
  private let source: EventSource
  private let now: Instant

  /// The voice of the user with this login, which the kernel vouches for.
  init?(login: String, at now: Instant) {
    guard let source = EventSource("/operators/\(login)") else { return nil }
    self.source = source
    self.now = now
  }

  /// The identity of an event that is about to be told: a ULID, so that it sorts by time.
  func identity() -> EventIdentity { EventIdentity(source: source, id: ULIDMaker.make(at: now)) }

  /// What `fact` is as an event of this operator.
  func event(_ fact: Fact, at time: Instant? = nil, identity: EventIdentity? = nil) -> Event {
    Event(identity: identity ?? self.identity(), time: time ?? now, fact: fact)
  }

  /// The message of an event, with the reason that the operator gave.
  static func message(_ event: Event, why: String) -> [UInt8] {
    EventEncoder().encode(event, extensions: why.isEmpty ? [:] : ["why": why])
  }
}
