import Dossiers
import GRDB

extension Transaction {
  /// Posts a notice of an alert to all whom its route names; `responsible` is whoever has to act by now. What climbs is
  /// news to them alone.
  func post(
    _ what: Notice.What, of alert: AlertRow, _ matter: Matter, reason: Notice.Reason,
    to responsible: Audience = .lead, _ working: Working
  ) throws {
    let labels = matter.labels(what.rawValue, on: LocalDate(now), in: working.rules.registries.latest)
    // One that was taken back, and holds after all before anyone was told so, is not told a second time.
    let told = reason == .first ? try Told.byReceiver(of: alert.id, underWay: true, self, working) : [:]
    var posted: Set<ReceiverID> = []
    for destination in working.telling.routing.tree.destinations(of: labels) {
      if reason == .escalated, destination.audience != .responsible { continue }
      let audience = destination.audience == .responsible ? responsible : destination.audience
      let receiver = ReceiverID(audience, agency: labels[.agency].first.flatMap(AgencyCode.init))
      guard posted.insert(receiver).inserted, told[receiver]?.stands(alert.kind) != true,
        try !waits(alert, for: receiver)
      else { continue }
      try enqueue(
        what, of: alert, to: receiver, group: destination.group(of: labels), destination.timing, reason, working)
    }
  }

  /// Whether something of the alert waits to be told to `receiver` as it is.
  private func waits(_ alert: AlertRow, for receiver: ReceiverID) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT EXISTS (SELECT 1 FROM outbox WHERE alert = ? AND receiver = ? AND mail IS NULL AND reason <> 'follow-up')
          """), arguments: [alert.id, receiver.text]) ?? false
  }

  /// Posts a follow-up to all who were told of the alert, or are just being told.
  func tell(_ what: Notice.What, of alert: AlertRow, _ working: Working) throws {
    let told = try Told.byReceiver(of: alert.id, underWay: true, self, working)
    let called = told.filter { $0.value.callsFor(what, on: alert.kind) }
    guard !called.isEmpty else { return }
    let labels = try storedMatter(of: alert.id, working)
      .labels(alert.kind, on: LocalDate(now), in: working.rules.registries.latest)
    let tree = working.telling.routing.tree
    let timings = Dictionary(
      tree.destinations(of: labels).map { ($0.group(of: labels), $0.timing) }
    ) { first, _ in first }
    for (receiver, ledger) in called.sorted(by: { $0.key.text < $1.key.text }) {
      let group = ledger.group
      try enqueue(
        what, of: alert, to: receiver, group: group, timings[group] ?? timings.first?.value ?? tree.timing, .followUp,
        working)
    }
  }

  /// What the alert with this number is about, as the rows have it.
  func storedMatter(of alert: Int64, _ working: Working) throws -> Matter {
    var matter = Matter(try NoticeSubjects.read(alert: alert, working, db))
    let agency = try String.fetchOne(
      db.cachedStatement(sql: "SELECT agency FROM alerts WHERE id = ?"), arguments: [alert])
    matter.agency = agency.flatMap(AgencyCode.init) ?? matter.agency
    return matter
  }

  /// Notes one notice, which leaves with its group: not before the group's wait, nor sooner after its last mail than its
  /// interval, and in the hours of its route.
  private func enqueue(
    _ what: Notice.What, of alert: AlertRow, to receiver: ReceiverID, group: String, _ timing: Timing,
    _ reason: Notice.Reason, _ working: Working
  ) throws {
    var earliest = now.advanced(
      by: what.isFollowUp ? max(timing.groupWait, working.telling.correctionWait) : timing.groupWait)
    if !what.isFollowUp, let flush = try waitingFlush(of: receiver, group) {
      earliest = min(earliest, max(flush, now))
    }
    if let told = try lastMail(to: receiver, group) {
      earliest = max(earliest, told.advanced(by: timing.groupInterval))
    }
    let leaves = timing.leaves(
      atOrAfter: earliest, opening: working.rules.calendars.latest.schedule(of: receiver.agency))
    try db.run(
      """
      INSERT INTO outbox (alert, what, created, not_before, receiver, grp, reason, step)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        alert.id, what.rawValue, now.microseconds, leaves.microseconds, receiver.text, group,
        reason.rawValue, alert.step,
      ])
  }

  /// When the first notices of the group leave that wait already.
  private func waitingFlush(of receiver: ReceiverID, _ group: String) throws -> Instant? {
    try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT min(not_before) AS flush FROM outbox
          WHERE receiver = ? AND grp = ? AND mail IS NULL AND reason <> 'follow-up' AND silence IS NULL AND behind IS NULL
          """), arguments: [receiver.text, group]
    )?.instant("flush")
  }

  /// When the last mail of the group left; nil where none did yet.
  func lastMail(to receiver: ReceiverID, _ group: String) throws -> Instant? {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT told FROM groups WHERE receiver = ? AND grp = ?"),
      arguments: [receiver.text, group]
    )?.instant("told")
  }

  /// Keeps for good that an alert changed, and what made it change.
  func note(_ what: String, of alert: Int64) throws {
    try db.run(
      "INSERT INTO transitions (alert, at, what, cause, event) VALUES (?, ?, ?, ?, ?)",
      [alert, now.microseconds, what, cause.text, cause == .evidence ? causingEvent : nil])
  }

  /// Whoever has the receiver's part by now.
  func standing(_ receiver: ReceiverID, _ working: Working) -> ReceiverID {
    receiver.standing(on: LocalDate(now), in: working.rules.registries.latest)
  }
}
