public import Dossiers

/// An alert as a list shows it.
public struct AlertLine: Sendable, Hashable, Identifiable {
  /// Its number.
  public let id: Int64
  /// What it is: `warning`, `breach`, `lost`, `damaged` or `deaf`.
  public let kind: String
  /// `firing`, `resolved`, `cancelled` or `retracted`.
  public let state: String
  /// The instant at which it became true.
  public let since: Instant
  /// When it was raised.
  public let raised: Instant
  /// When it was over; nil while it stands.
  public let over: Instant?
  /// The agency that the dossier was opened at, or the item posted to or by; nil where it is the daemon itself.
  public let origin: AgencyCode?
  /// What it is about; nil where it is the daemon itself.
  public let subject: NoticeSubject?
  /// Until when somebody has it in hand, as was last said; nil where nobody said so.
  public let heldUntil: Instant?

  /// A line of these parts.
  public init(
    id: Int64, kind: String, state: String, since: Instant, raised: Instant, over: Instant?, origin: AgencyCode?,
    subject: NoticeSubject?, heldUntil: Instant? = nil
  ) {
    self.heldUntil = heldUntil
    self.id = id
    self.kind = kind
    self.state = state
    self.since = since
    self.raised = raised
    self.over = over
    self.origin = origin
    self.subject = subject
  }

  /// The agency whose matter it is on `day`, or was when it ended: the origin, or the one that took over from it.
  public func agency(on day: LocalDate, in registry: Registry) -> AgencyCode? {
    origin.map { registry.agency(inPlaceOf: $0, on: over.map { LocalDate($0) } ?? day) }
  }
}

/// Counts that show whether the promises hold.
public struct StoreCounts: Sendable, Hashable {
  /// Messages that came in: committed, duplicates and parked together.
  public var received = 0
  /// Events that went into the log as they came in.
  public var committed = 0
  /// Messages whose event was in the log already as they came in.
  public var duplicates = 0
  /// Messages parked as they came in, by reason, whatever became of them since.
  public var parked: [String: Int] = [:]
  /// Parked messages that left by being tried again, by outcome: `committed`, `duplicate`. They came in once, and are
  /// counted among `received` as parked.
  public var replayed: [String: Int] = [:]
  /// Messages parked now.
  public var parkedNow = 0
  /// Dossiers by stage.
  public var dossiers: [String: Int] = [:]
  /// Alerts by kind and state, as `breach firing`.
  public var alerts: [String: Int] = [:]
  /// Tries of mails by outcome: `accepted`, `refused`, `deferred`.
  public var mails: [String: Int] = [:]
  /// Notices that wait to be told.
  public var outbox = 0
  /// From when the notice that waits longest was free to leave; nil where none waits. One that waits behind a common
  /// cause is left out.
  public var outboxSince: Instant?
  /// Items on which a deadline runs.
  public var runningItems = 0
  /// Dossiers on which a deadline runs.
  public var runningDossiers = 0

  /// No counts yet.
  public init() {}
}
