public import Dossiers

/// That the report over a period is owed to a receiver, or was mailed: a line of a ledger beside the log.
///
/// It is written before the mail leaves and settled after, so that one that was cut short between the two is sent again
/// as the same mail, and one that was taken is not.
public struct ReportMail: Sendable, Hashable, Identifiable {
  /// What became of it.
  public enum Outcome: Sendable, Hashable, Codable {
    /// A mail server took it for this address.
    case accepted(address: String, messageID: String, reply: String)
    /// A mail server refused it for good.
    case refused(address: String, messageID: String, why: String)
  }

  /// Its number.
  public let id: Int64
  /// The days that the report is about.
  public let period: Period
  /// To whom.
  public let receiver: ReceiverID
  /// How often the receiver was to be mailed the period before.
  public let round: Int
  /// The report is made of what was recorded by then, at each try.
  public let known: Instant
  /// When it was first to be mailed.
  public let begun: Instant
  /// What became of it and when; nil while it is owed.
  public let settled: Settled?

  /// What became of a mail, and when.
  public struct Settled: Sendable, Hashable {
    /// What became of it.
    public let outcome: Outcome
    /// When.
    public let at: Instant
  }
}
