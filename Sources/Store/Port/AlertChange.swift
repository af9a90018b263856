public import Dossiers

/// A change in the life of an alert, as it is logged.
public struct AlertChange: Sendable, Hashable {
  /// Its number; later changes have higher ones.
  public let id: Int64
  /// What the alert became: a kind where it was raised, a state where it ended, else words.
  public let what: String
  /// What made it so: `time`, `evidence`, `rules`, `daemon` or `person`.
  public let cause: String
  /// The event behind it, where one is known.
  public let event: EventIdentity?
  /// The alert as it stands by now.
  public let alert: AlertLine
}
