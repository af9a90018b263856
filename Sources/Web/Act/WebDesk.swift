public import Dossiers
public import Store

/// What the daemon alone can do for somebody at the pages.
public protocol WebDesk: Sendable {
  /// What the token of a mail's link gives the right to at `now`.
  func right(of token: String, at now: Instant) throws(LinkRefusal) -> AcknowledgeRight

  /// Says that `person` has an alert in hand, at `step` where one is named.
  func acknowledge(_ alert: Int64, step: Int?, by person: String, at now: Instant) async throws(StoreError)
    -> Acknowledgement

  /// Tries a parked message again; says what became of it.
  func replay(_ parked: Int64, by person: String, at now: Instant) async throws(StoreError) -> ParkedOutcome

  /// Throws a parked message away; says whether there was one.
  func discard(_ parked: Int64, by person: String, at now: Instant) async throws(StoreError) -> Bool
}

/// What a link gives the right to.
public struct AcknowledgeRight: Sendable, Hashable {
  /// The alert.
  public let alert: Int64
  /// The escalation step of which the mail told.
  public let step: Int
  /// Who was given it.
  public let person: String

  /// A right of these parts.
  public init(alert: Int64, step: Int, person: String) {
    self.alert = alert
    self.step = step
    self.person = person
  }
}

/// Why a link gives no right.
public enum LinkRefusal: Error, Sendable, Hashable {
  /// It is not a whole link of ours.
  case notOurs
  /// It was good until this instant.
  case expired(Instant)
}

/// What became of a parked message that was tried again.
public enum ParkedOutcome: Sendable, Hashable {
  /// It was taken.
  case taken
  /// It says what was heard already, and was thrown away.
  case duplicate
  /// It still cannot be taken, for this reason.
  case refused(String)
  /// There is none of this number.
  case absent
}
