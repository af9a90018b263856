public import Dossiers

/// A closure that stands, with the event that declared it.
public struct StandingClosure: Sendable, Hashable {
  /// The event.
  public let identity: EventIdentity
  /// What is closed, when and why.
  public let closure: Closure

  /// A closure declared by this event.
  public init(identity: EventIdentity, closure: Closure) {
    self.identity = identity
    self.closure = closure
  }
}
