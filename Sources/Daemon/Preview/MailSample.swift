/// The mails that can be looked at with made-up data.
public enum MailSample: String, Sendable, CaseIterable {
  /// A little of everything.
  case alerts
  /// One deadline missed.
  case breach
  /// Forty deadlines missed.
  case breaches
  /// One deadline near.
  case warning
  /// What was told in vain, now to the head of the agency.
  case escalated
  /// What has become of things told before.
  case updates
  /// An office that stands in for the dossiers behind it.
  case silentOffice = "silent-office"
  /// The link to the queue is lost.
  case deaf
  /// The day's digest.
  case digest
  /// The letter of apology.
  case apology
}
