public import Dossiers
import GRDB
import Synchronization

extension SQLiteStore: DossierStore {
  /// Records `document` where it differs from what was last recorded, and goes by it from then on.
  ///
  /// The deadlines are planned anew as well where the day from which they are watched is another than at the last run.
  public func adopt(_ document: RulesDocument, at now: Instant) async throws(StoreError) -> Bool {
    try await StoreError.wrapping { [since = telling.withLock(\.since)] in
      let changed = try await self.database.write { db in
        let changed = try RulesLog.append(document, at: now, db)
        let isWatchedOtherwise = try Watching.keep(since, db)
        if changed || isWatchedOtherwise {
          try Transaction(db, at: now).beginReplanning(rulesChanged: changed ? now : .distantFuture)
        }
        return changed
      }
      // Read anew by whoever comes next, once the commit stands.
      if changed { self.working.withLock { $0 = nil } }
      return changed
    }
  }

  /// Plans the deadlines of the next `limit` owners anew.
  public func replan(from cursor: ReplanCursor, limit: Int, at now: Instant) async throws(StoreError) -> ReplanCursor? {
    try await change(at: now, cause: .rules) { transaction, working in
      try transaction.replanOpen(from: cursor, limit: limit, &working)
    }
  }

  /// Takes a batch in one transaction.
  public func take(_ arrivals: [Arrival], recorded: Instant) async throws(StoreError) -> Taken {
    try await change(at: recorded, cause: .evidence) { transaction, working in
      let taken = try transaction.take(arrivals, &working)
      try Counters.add(taken, transaction.db)
      return taken
    }
  }

  /// The next instant at which something must be raised or tried again.
  public func nextChange() async throws(StoreError) -> Instant? {
    try await query { db in
      if try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM replanning)") == true { return .distantPast }
      let times = try Int64?.fetchAll(
        db,
        sql: """
          SELECT min(next) FROM shipments WHERE next IS NOT NULL
          UNION ALL SELECT min(next) FROM dossiers WHERE next IS NOT NULL
          UNION ALL SELECT min(retry) FROM parked WHERE retry IS NOT NULL
          UNION ALL SELECT min(tell_again) FROM alerts WHERE tell_again IS NOT NULL
          """)
      let next = times.compactMap(\.self).min().map { Instant(microseconds: $0) }
      return next == .distantFuture ? nil : next
    }
  }

  /// Raises what is due at `now`.
  public func raise(at now: Instant, limit: Int) async throws(StoreError) -> Int {
    try await change(at: now, cause: .time) { try $0.raise(limit: limit, &$1) }
  }

  /// Says that something of the whole stands since an instant, or stands no more.
  public func setStanding(
    _ what: Notice.What, _ subject: String?, since: Instant?, at now: Instant
  ) async throws(StoreError) -> Bool {
    try await change(at: now) { try $0.setStanding(what, subject, since: since, $1) }
  }

  /// Claims the next mail that may leave.
  public func claimMail(at now: Instant, lease: Instant) async throws(StoreError) -> PendingMail? {
    try await change(at: now) { try $0.claimMail(lease: lease, $1) }
  }

  /// The next instant at which a mail may leave.
  public func nextMail() async throws(StoreError) -> Instant? {
    try await query { db in
      let times = try Int64?.fetchAll(
        db,
        sql: """
          SELECT min(not_before) FROM outbox WHERE mail IS NULL AND behind IS NULL
          UNION ALL SELECT min(max(not_before, ifnull(lease, 0))) FROM mails
          """)
      return times.compactMap(\.self).min().map { Instant(microseconds: $0) }
    }
  }

  /// Records what became of a mail.
  public func settle(_ mail: PendingMail, _ outcome: MailOutcome, at now: Instant) async throws(StoreError) {
    try await change(at: now) { try $0.settle(mail, outcome, $1) }
  }

  /// The report on a dossier, or nil where nothing is known of it.
  public func report(on dossier: DossierCode, at now: Instant) async throws(StoreError) -> CaseReport? {
    try await look { [unclaimedAfter] db, working in
      try CaseReport.stored(dossier, at: now, unclaimedAfter: unclaimedAfter, working, db)
    }
  }

  /// The same report with its deadlines explained.
  public func explanations(of dossier: DossierCode, at now: Instant) async throws(StoreError) -> ExplainedReport? {
    try await look { [unclaimedAfter] db, working in
      try CaseReport.stored(dossier, at: now, unclaimedAfter: unclaimedAfter, working, db)
        .map { ExplainedReport($0, planner: working.planner) }
    }
  }

  /// The events that a dossier stands on, in the order of the story.
  public func events(of dossier: DossierCode) async throws(StoreError) -> [LoggedEvent] {
    try await look { db, working in try LoggedEvents.read(of: dossier, working, db) }
  }

  /// Whether this event is in the log, voided or not.
  public func hasEvent(_ identity: EventIdentity) async throws(StoreError) -> Bool {
    try await query { db in
      try Bool.fetchOne(
        db,
        sql: """
          SELECT EXISTS (
            SELECT 1 FROM events WHERE id = ? AND source = (SELECT id FROM sources WHERE text = ?))
          """, arguments: [identity.id, identity.source.text]) ?? false
    }
  }

  /// The closures that stand, oldest first.
  public func closures() async throws(StoreError) -> [StandingClosure] {
    try await query { db in try LogReader.closures(db).map(\.standing) }
  }

  /// The deadlines that `closure` keeps from falling due as they would.
  public func deadlines(behind closure: Closure, limit: Int) async throws(StoreError) -> [NoticeSubject] {
    try await look { db, working in
      let owners = try Row.fetchCursor(
        db,
        sql: """
          SELECT 1 AS of_item, key, next FROM shipments WHERE next IS NOT NULL
          UNION ALL SELECT 0, key, next FROM dossiers WHERE next IS NOT NULL ORDER BY next
          """)
      var behind: [NoticeSubject] = []
      while behind.count < limit, let row = try owners.next() {
        let owner = Owner(ofItem: row["of_item"], key: row["key"])
        behind += try NoticeSubjects.moved(by: closure, of: owner, working, db)
      }
      return Array(behind.prefix(limit))
    }
  }

  /// The alerts, firing ones first.
  public func alerts(firingOnly: Bool, limit: Int) async throws(StoreError) -> [AlertLine] {
    try await look { db, working in
      try AlertLines.read(firingOnly: firingOnly, limit: limit, working, db)
    }
  }

  /// Parked messages.
  public func parked(_ selection: ParkedSelection) async throws(StoreError) -> [ParkedMessage] {
    try await query { try ParkedRows.read(selection, $0) }
  }

  /// Throws a parked message away.
  public func discardParked(_ id: Int64) async throws(StoreError) -> Bool {
    try await StoreError.wrapping {
      try await self.database.write { db in
        try db.execute(sql: "DELETE FROM parked WHERE id = ?", arguments: [id])
        return db.changesCount > 0
      }
    }
  }

  /// Writes and forgets a little, to show whether the disk takes it.
  public func probe(at now: Instant) async throws(StoreError) {
    try await change(at: now) { transaction, _ in
      // Larger than what a page that is already there could take, so that a full disk shows.
      let ballast = [UInt8](repeating: 0, count: 16_384)
      try transaction.park(Message(body: ballast), Refusal(.unreadable, "a probe"))
      try transaction.db.execute(sql: "DELETE FROM parked WHERE id = ?", arguments: [transaction.db.lastInsertedRowID])
      try Counters.add(1, to: "probes", transaction.db)
    }
  }

  /// What was counted so far.
  public func counts() async throws(StoreError) -> StoreCounts {
    try await query { [isJoined = readsArchive] in try Counters.read(isJoined: isJoined, $0) }
  }
}
