public import Dossiers

/// One thing to be told to one recipient.
public struct Notice: Sendable, Hashable, Identifiable {
  /// Why it is told.
  public enum What: String, Sendable, Hashable, CaseIterable, Codable {
    /// A deadline is near.
    case warning
    /// A deadline was missed.
    case breach
    /// An item was declared lost.
    case lost
    /// An item was declared damaged.
    case damaged
    /// What was told as missed was done, late; or what was lost was found.
    case resolved
    /// What was told as missed was in time after all.
    case retracted
    /// What was told has another due date now.
    case changed
    /// What was told no longer matters.
    case cancelled
    /// Nothing is heard from the queue.
    case deaf
    /// A post office gives no sign of life in its opening hours.
    case silentOffice = "silent-office"
    /// Events of a device are missing.
    case sequenceGap = "sequence-gap"
    /// The hand-over list of an office differs from its scans.
    case tallyDiffers = "tally-differs"
    /// A mail server will never take the mails to an address.
    case mailRefused = "mail-refused"
    /// The days off of a coming year are not known.
    case calendarHorizon = "calendar-horizon"

    /// Whether it speaks of something told before.
    public var isFollowUp: Bool {
      switch self {
      case .resolved, .retracted, .changed, .cancelled: true
      case .warning, .breach, .lost, .damaged, .deaf, .silentOffice, .sequenceGap, .tallyDiffers, .mailRefused,
        .calendarHorizon:
        false
      }
    }
  }

  /// Why it is told now, and to this receiver.
  public enum Reason: String, Sendable, Hashable, CaseIterable, Codable {
    /// The receiver was not told of it before.
    case first
    /// Others were told before, in vain.
    case escalated
    /// It still stands, and the receiver was told long ago.
    case again
    /// It still stands, and the time is over for which it was acknowledged.
    case reminder
    /// Something that was told has changed.
    case followUp = "follow-up"
  }

  /// Its number in the outbox.
  public let id: Int64
  /// The alert that it speaks of.
  public let alert: Int64
  /// Why it is told.
  public let what: What
  /// What it speaks of; nil for `deaf`.
  public let subject: NoticeSubject?
  /// Why the subject's deadline is due when it is; nil where there is none.
  public let explained: ExplainedDeadline?
  /// Since when it is true.
  public let since: Instant
  /// Why it is told now.
  public let reason: Reason
  /// How many escalation steps the alert has climbed.
  public let step: Int
  /// What the alert stands in for: one cause, one notice.
  public let behind: [NoticeSubject]

  /// A notice of these parts.
  public init(
    id: Int64, alert: Int64, what: What, subject: NoticeSubject?, explained: ExplainedDeadline?, since: Instant,
    reason: Reason = .first, step: Int = 0, behind: [NoticeSubject] = []
  ) {
    self.reason = reason
    self.step = step
    self.behind = behind
    self.id = id
    self.alert = alert
    self.what = what
    self.subject = subject
    self.explained = explained
    self.since = since
  }
}

/// What a notice speaks of, ready to be put in words.
public struct NoticeSubject: Sendable, Hashable {
  /// The clock; nil for a mishap.
  public let clock: ClockKind?
  /// The item, for a clock of a shipment or a mishap.
  public let item: ItemID?
  /// The dossiers concerned.
  public let dossiers: [DossierCode]
  /// The agency that the first of them was opened at, or the item posted to or by.
  public let origin: AgencyCode?
  /// The procedure, where it is known.
  public let procedure: ProcedureCode?
  /// The deadline; nil for a mishap, or where its clock no longer runs by what is known now.
  public let deadline: Deadline?
  /// Where the dossier stands.
  public let dossierStage: DossierStage?
  /// Where the shipment stands.
  public let shipmentStage: ShipmentStage?
  /// Where the item was last seen.
  public let lastSeen: Shipment.Sighting?
  /// The post office that is itself the matter.
  public let office: OfficeCode?
  /// What else is the matter: a device, or an address.
  public let matter: String?
  /// The hand-over list that is itself the matter, beside the scans.
  public let tally: TalliedDay?
  /// Whether a letter of apology gave the citizen a new date already; the law allows one (Decree 61/2018 art. 19(9)).
  public let isRescheduled: Bool

  /// A subject of these parts.
  public init(
    clock: ClockKind?, item: ItemID?, dossiers: [DossierCode], origin: AgencyCode?, procedure: ProcedureCode?,
    deadline: Deadline?, dossierStage: DossierStage?, shipmentStage: ShipmentStage?, lastSeen: Shipment.Sighting?,
    office: OfficeCode? = nil, matter: String? = nil, tally: TalliedDay? = nil, isRescheduled: Bool = false
  ) {
    self.isRescheduled = isRescheduled
    self.office = office
    self.matter = matter
    self.tally = tally
    self.clock = clock
    self.item = item
    self.dossiers = dossiers
    self.origin = origin
    self.procedure = procedure
    self.deadline = deadline
    self.dossierStage = dossierStage
    self.shipmentStage = shipmentStage
    self.lastSeen = lastSeen
  }

  /// When the deadline falls due.
  public var due: Instant? { deadline?.dueDate.due }
  /// The last day of a term in days.
  public var lastDay: LocalDate? { deadline?.dueDate.lastDay }
  /// When what was owed was done.
  public var met: Instant? { deadline?.met }
  /// Whether the due date may still move, as the days off of its year are not decreed yet.
  public var isProvisional: Bool { deadline?.isProvisional ?? false }
}

/// The notices of one receiver that go out together, claimed for a while by whoever sends them.
public struct PendingMail: Sendable, Identifiable {
  /// Its number.
  public let id: Int64
  /// Whom it goes to.
  public let receiver: ReceiverID
  /// The group that its notices belong to, by which mail programs thread what follows.
  public let group: String
  /// What it says; empty for a digest.
  public let notices: [Notice]
  /// The day's digest; nil for a mail of notices.
  public let digest: Digest?
  /// How often it was tried before.
  public let attempts: Int
  /// Whether mails of the group went to the receiver before.
  public let follows: Bool

  /// A mail of these parts.
  public init(
    id: Int64, receiver: ReceiverID, group: String, notices: [Notice], digest: Digest? = nil, attempts: Int,
    follows: Bool = false
  ) {
    self.follows = follows
    self.id = id
    self.receiver = receiver
    self.group = group
    self.notices = notices
    self.digest = digest
    self.attempts = attempts
  }
}

/// What became of a mail.
public enum MailOutcome: Sendable, Hashable {
  /// The server took it.
  case accepted(address: String, messageID: String, reply: String)
  /// The server did not take it: to be tried again.
  case failed(why: String, retry: Instant)
  /// The server has all of it, and may or may not have taken it: to be tried again as it was.
  case unknown(why: String, retry: Instant)
  /// The server will never take it.
  case refused(address: String, messageID: String, why: String)
}
