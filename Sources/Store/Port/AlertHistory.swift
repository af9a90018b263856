public import Dossiers

/// The life of one alert: how it changed, and who was told what.
public struct AlertHistory: Sendable, Hashable, Identifiable {
  /// The alert.
  public let alert: AlertLine
  /// How it changed, oldest first.
  public let changes: [Change]
  /// What was told of it, oldest first.
  public let told: [Telling]
  /// What waits to be told.
  public let waiting: [Waiting]

  /// Its number.
  public var id: Int64 { alert.id }

  /// One change.
  public struct Change: Sendable, Hashable {
    /// When.
    public let at: Instant
    /// What it became.
    public let what: String
    /// What made it so: `time`, `evidence`, `rules`, `daemon` or `person`.
    public let cause: String
    /// The event behind it, where one is known.
    public let event: EventIdentity?
  }

  /// What one receiver was told, or could not be.
  public struct Telling: Sendable, Hashable {
    /// When.
    public let at: Instant
    /// What.
    public let what: Notice.What
    /// Why then.
    public let reason: Notice.Reason
    /// The escalation step.
    public let step: Int
    /// Who.
    public let receiver: ReceiverID
    /// The address at that time.
    public let address: String
    /// `accepted` or `refused`.
    public let outcome: String
    /// The name of the mail.
    public let messageID: String
  }

  /// What waits to be told.
  public struct Waiting: Sendable, Hashable {
    /// What.
    public let what: Notice.What
    /// Why.
    public let reason: Notice.Reason
    /// To whom.
    public let receiver: ReceiverID
    /// Not before this.
    public let notBefore: Instant
    /// The silence that holds it back.
    public let silence: Int64?
  }
}
