public import Dossiers

/// Where events, state, deadlines, alerts and notices are kept. Each call is one transaction.
public protocol DossierStore: FigureSource {
  /// Records `document` where it differs from what was last recorded, and goes by it from then on; says whether it did.
  func adopt(_ document: RulesDocument, at now: Instant) async throws(StoreError) -> Bool

  /// Plans all deadlines anew by the rules in force, `limit` owners at a time from `cursor` on; returns where to
  /// go on, or nil at the end.
  func replan(from cursor: ReplanCursor, limit: Int, at now: Instant) async throws(StoreError) -> ReplanCursor?

  /// Takes a batch: log, parked, state, deadlines, alerts and outbox change together or not at all.
  func take(_ arrivals: [Arrival], recorded: Instant) async throws(StoreError) -> Taken

  /// The next instant at which something must be raised or tried again.
  func nextChange() async throws(StoreError) -> Instant?

  /// Raises what is due at `now`, looking at no more than `limit` items and dossiers, and says at how many it looked.
  func raise(at now: Instant, limit: Int) async throws(StoreError) -> Int

  /// Says that something of the whole stands since an instant, or stands no more: `subject` tells which office, device
  /// or address; says whether that is news.
  func setStanding(_ what: Notice.What, _ subject: String?, since: Instant?, at now: Instant) async throws(StoreError)
    -> Bool

  /// Raises and resolves what concerns a post office as a whole: its silence, or a gap in what a device told; says
  /// whether there is news.
  func watchDevices(at now: Instant) async throws(StoreError) -> Bool

  /// Raises and resolves that the hand-over list of an office differs from its scans, looking at `limit` events of the log
  /// at most; says whether there is news, and whether the next look must go on with it.
  func compareTallies(at now: Instant, limit: Int) async throws(StoreError) -> TallyComparison

  /// Goes by `telling` from now on.
  func goBy(_ telling: Telling) async

  /// Writes the digests of the day once their time has come; says whether there were any.
  func writeDigests(at now: Instant) async throws(StoreError) -> Bool

  /// Holds back escalation and repeats of an alert as somebody has it in hand; `step` is the one that was told of, nil
  /// for the present one.
  func acknowledge(_ alert: Int64, step: Int?, by person: String, at now: Instant) async throws(StoreError)
    -> Acknowledgement

  /// Orders that alerts which meet all `matchers` are told to nobody from an instant until another.
  func silence(
    _ matchers: [Matcher], by author: String, reason: String, from begins: Instant, until ends: Instant,
    at now: Instant
  ) async throws(StoreError) -> Silence

  /// Ends a silence now; says whether there was one that had not ended.
  func expireSilence(_ id: Int64, at now: Instant) async throws(StoreError) -> Bool

  /// The silences that have not ended by `now`.
  func silences(at now: Instant) async throws(StoreError) -> [Silence]

  /// The lives of the alerts that concern a dossier: how they changed, and who was told what.
  func histories(of dossier: DossierCode) async throws(StoreError) -> [AlertHistory]

  /// Claims the next mail that may leave at `now`; nil where there is none. A claim that is not settled by `lease` is
  /// free again.
  func claimMail(at now: Instant, lease: Instant) async throws(StoreError) -> PendingMail?

  /// The next instant at which a mail may leave.
  func nextMail() async throws(StoreError) -> Instant?

  /// Records what became of a mail.
  func settle(_ mail: PendingMail, _ outcome: MailOutcome, at now: Instant) async throws(StoreError)

  /// The report on a dossier, or nil where nothing is known of it.
  func report(on dossier: DossierCode, at now: Instant) async throws(StoreError) -> CaseReport?

  /// The same report with its deadlines explained, or nil where nothing is known of the dossier.
  func explanations(of dossier: DossierCode, at now: Instant) async throws(StoreError) -> ExplainedReport?

  /// The events that a dossier stands on: what was noted of it, and the scans of the items that carry it, in the order of
  /// the story; those that were voided are not among them.
  func events(of dossier: DossierCode) async throws(StoreError) -> [LoggedEvent]

  /// Whether this event is in the log, voided or not.
  func hasEvent(_ identity: EventIdentity) async throws(StoreError) -> Bool

  /// The closures that stand, oldest first.
  func closures() async throws(StoreError) -> [StandingClosure]

  /// The running deadlines that `closure` keeps from falling due as they would, at most `limit`.
  func deadlines(behind closure: Closure, limit: Int) async throws(StoreError) -> [NoticeSubject]

  /// The alerts, firing ones first, at most `limit`.
  func alerts(firingOnly: Bool, limit: Int) async throws(StoreError) -> [AlertLine]

  /// Keeps what agencies received by all ways, each in the place of what was kept for its agency, procedure and month.
  func setTotals(_ totals: [ReceivedTotal], by person: String, at now: Instant) async throws(StoreError)

  /// What agencies received by all ways, from one month through another.
  func totals(from first: CalendarMonth, through last: CalendarMonth) async throws(StoreError) -> [ReceivedTotal]

  /// Counts those of the next `limit` dossiers after `cursor` that were received from one month through another and
  /// came in or went out by post.
  func posted(
    from first: CalendarMonth, through last: CalendarMonth, after cursor: PostedCursor, limit: Int
  ) async throws(StoreError) -> PostedPortion

  /// A part of the alerts.
  func alerts(_ selection: AlertSelection) async throws(StoreError) -> [AlertLine]

  /// One alert; nil where there is none of this number.
  func alert(_ id: Int64) async throws(StoreError) -> AlertLine?

  /// How many alerts stand, by the agency that they were opened at.
  func standingAlerts() async throws(StoreError) -> [AgencyCode: Int]

  /// The number of the last change of any alert; 0 where there was none.
  func lastAlertChange() async throws(StoreError) -> Int64

  /// The changes of alerts after the one of this number, in their order, at most `limit`.
  func alertChanges(after number: Int64, limit: Int) async throws(StoreError) -> [AlertChange]

  /// What is known of an item; nil where nothing of it was ever heard.
  func item(_ item: ItemID, at now: Instant) async throws(StoreError) -> ItemReport?

  /// The devices that were heard, of one office or of all, in the order of their names.
  func devices(of office: OfficeCode?) async throws(StoreError) -> [HeardDevice]

  /// Keeps who looked at which dossier, all at once.
  func note(_ looks: [Look]) async throws(StoreError)

  /// Who looked at a dossier, the newest look first, at most `limit`.
  func looks(at dossier: DossierCode, limit: Int) async throws(StoreError) -> [Look]

  /// Owes the report over `period`, made of what was recorded by `known`, to those of `receivers` who were never to be
  /// mailed it; with `again` to those too who were, unless they are owed it still.
  func beginReportMails(
    of period: Period, to receivers: [ReceiverID], known: Instant, again: Bool, at now: Instant
  ) async throws(StoreError)

  /// Records what became of a report's mail; the first word stands.
  func settleReportMail(_ id: Int64, _ outcome: ReportMail.Outcome, at now: Instant) async throws(StoreError)

  /// The mails of the report over `period`, owed and settled; without a period all that are owed.
  func reportMails(of period: Period?) async throws(StoreError) -> [ReportMail]

  /// Parked messages.
  func parked(_ selection: ParkedSelection) async throws(StoreError) -> [ParkedMessage]

  /// Throws a parked message away; says whether there was one.
  func discardParked(_ id: Int64) async throws(StoreError) -> Bool

  /// Notes that a run begins; says whether the one before it never ended, as after a crash. Mails that it had claimed
  /// may be claimed again at once.
  func beginRun(at now: Instant) async throws(StoreError) -> Bool

  /// Notes that the run ends in order.
  func endRun() async throws(StoreError)

  /// Notes that a message is about to be tried alone; says how many earlier tries of it never ended.
  func beginTry(of body: [UInt8]) async throws(StoreError) -> Int

  /// Notes that the try of a message ended.
  func endTry(of body: [UInt8]) async throws(StoreError)

  /// Writes and forgets a little, to show whether the store can commit.
  func probe(at now: Instant) async throws(StoreError)

  /// The store as it was known at `instant`, by the events and the rules recorded until then: the log is folded anew,
  /// which blocks for as long as it takes; `progress` hears how many events were, after each portion of them, and ends it
  /// by an error.
  func known(by instant: Instant, progress: @Sendable @escaping (Int) throws -> Void) async throws(StoreError)
    -> any FigureSource

  /// What was recorded after `instant` and bears on `period`.
  func recorded(after instant: Instant, bearingOn period: Period) async throws(StoreError) -> LaterRecords

  /// What the log held by `instant`, with a digest by which two logs can be told apart. The log is read whole, a portion
  /// at a time; `pause` is called after each, and ends it by an error.
  func logState(knownBy instant: Instant, pause: @Sendable () throws -> Void) async throws(StoreError) -> LogState

  /// The registry that was in use at `instant`.
  func registry(knownBy instant: Instant) async throws(StoreError) -> Registry

  /// Moves the closed dossiers among the next `limit` after `cursor` of which nothing was heard since `before` to the
  /// archive, with all that hangs together with them.
  func archive(before: Instant, after cursor: Int64, limit: Int, at now: Instant) async throws(StoreError)
    -> ArchivedPortion

  /// What was ever moved to the archive; nil where nothing was.
  func archiveState() async throws(StoreError) -> ArchiveState?

  /// What was counted so far.
  func counts() async throws(StoreError) -> StoreCounts
}

extension DossierStore {
  /// Says that nothing is heard from the queue since an instant, or that it is heard again; says whether that is news.
  public func setDeaf(since: Instant?, at now: Instant) async throws(StoreError) -> Bool {
    try await setStanding(.deaf, nil, since: since, at: now)
  }
}

/// How far a replanning has come.
public struct ReplanCursor: Sendable, Hashable {
  let ofItem: Bool
  let owner: Int64

  /// The beginning.
  public static let start = ReplanCursor(ofItem: true, owner: .min)
}
