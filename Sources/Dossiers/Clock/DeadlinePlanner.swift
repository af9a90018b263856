/// Derives deadlines from evidence: which clocks run, from when, for how long, and what takes time out of them.
///
/// A deadline keeps the policy in force at its own start, and is judged by the calendar last recorded before its end.
public struct DeadlinePlanner: Sendable {
  let rules: Rules
  let closures: [Closure]
  /// The one edition that there is, which spares looking for it.
  private let onlyEdition: Policy.Edition?
  /// The rules of that edition, in the order of `ClockKind`; nil where there are several editions.
  let unchangingRules: [Policy.Watched?]?

  /// Whether every clock of a shipment ends with it, so that nothing is left to look for once it has ended.
  private let endsWithShipment: Bool

  /// A planner by these rules, with the closures that were declared.
  public init(rules: Rules, closures: [Closure] = []) {
    self.rules = rules
    self.closures = closures
    onlyEdition = rules.policies.only.flatMap { $0.editions.count == 1 ? $0.editions[0] : nil }
    unchangingRules = onlyEdition?.inOrder
    endsWithShipment =
      onlyEdition.map { edition in
        [ClockKind.collect, .return, .invite, .move, .hold].allSatisfy { edition[$0]?.words.endWithShipment ?? true }
      } ?? false
  }

  /// Whether no deadline of `shipment` runs any more, as is plain without working them out; with the slip, the leg runs
  /// on until the citizen knows the date.
  public func isOver(_ shipment: Shipment) -> Bool {
    endsWithShipment && shipment.end != nil && !shipment.posting.slip
  }

  /// The edition in force at `instant`.
  func edition(at instant: Instant) -> Policy.Edition {
    onlyEdition ?? rules.policies.inForce(at: instant).edition(on: LocalDate(instant))
  }

  /// The rule of `clock` in force at `instant`; nil where it is not watched.
  func watched(_ clock: ClockKind, at instant: Instant) -> Policy.Watched? {
    if let unchangingRules { return unchangingRules[clock.place] }
    return edition(at: instant).inOrder[clock.place]
  }

  /// Whether no edition watches `clock`, so that there is nothing to look for.
  func neverWatches(_ clock: ClockKind) -> Bool {
    unchangingRules.map { $0[clock.place] == nil } ?? false
  }

  /// The calendar by which `deadline` is judged: the one last recorded before its end, or the latest while it runs.
  public func calendar(judging deadline: Deadline) -> WorkingCalendar { calendar(for: deadline.end) }

  func calendar(for end: DeadlineEnd?) -> WorkingCalendar {
    end.map { rules.calendars.inForce(at: $0.at) } ?? rules.calendars.latest
  }

  /// Counts a run.
  func deadline(
    _ clock: ClockKind, item: ItemID? = nil, round: Int, _ run: ClockRun, term: Term, law: String?,
    closures: [CausedPause], agency: AgencyCode?
  ) -> Deadline {
    let rule = run.watched.rule
    let calendar = calendar(for: run.end)
    var causes = run.pauses
    if !closures.isEmpty, rule.words.pauses.has(.closed) {
      let goesOn = rule.words.resumes.has(.reopened)
      causes += closures.map { goesOn ? $0 : CausedPause($0.cause, from: $0.from, until: nil) }
      causes.sort { ($0.from, $0.until ?? .distantFuture) < ($1.from, $1.until ?? .distantFuture) }
    }
    let pauses = causes.isEmpty ? [] : Pause.merged(causes.map(\.pause))
    let countedFrom = calendar.countedFrom(run.started, term, rule.counting.cutOff)
    let dueDate = calendar.dueDate(
      from: countedFrom, term, pauses: pauses, agency: agency, counting: rule.counting)
    let warn = rule.warning.instant(before: dueDate, started: run.started, calendar: calendar)
    return Deadline(
      clock: clock, item: item, round: round, started: run.started, dueDate: dueDate, warn: warn,
      mailsWarning: rule.mails && rule.warning.deservesMail(term, from: run.started, calendar: calendar),
      pauses: pauses,
      end: run.end, mailsBreach: rule.mails && !run.isMuted(dueDate),
      basis: Deadline.Basis(
        countedFrom: countedFrom, term: term, counting: rule.counting, agency: agency, causes: causes,
        edition: run.watched.edition, law: law ?? rule.law, escalation: rule.escalation,
        isProvisional: run.end == nil && calendar.isProvisional(dueDate)),
      laterWarnings: rule.warning.laterInstants(after: warn, before: dueDate, calendar: calendar))
  }
}

extension ClockRun {
  /// Whether an apology came in time: at least one day before the due date (Decree 61/2018 art. 19(9)).
  func isMuted(_ dueDate: DueDate) -> Bool {
    guard let muted, let due = dueDate.due else { return false }
    return dueDate.lastDay.map { LocalDate(muted) < $0 } ?? (muted <= due)
  }
}
