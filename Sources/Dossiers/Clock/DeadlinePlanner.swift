/// Derives deadlines from evidence: which clocks run, from when, for how long, and what takes time out of them.
///
/// A deadline keeps the policy in force at its own start, and is judged by the calendar last recorded before its end.
public struct DeadlinePlanner: Sendable {
  let rules: Rules
  let closures: [Closure]

  /// A planner by these rules, with the closures that were declared.
  public init(rules: Rules, closures: [Closure] = []) {
    self.rules = rules
    self.closures = closures
  }

  /// The deadline of a shipment's leg, or none where the way is not in the registry.
  ///
  /// `dateTold` is when the citizen first knew the appointment: with the slip, the leg runs until then
  /// (Circular 17/2017/TT-BTTTT art. 7(2)(b)).
  public func deadlines(of shipment: Shipment, dateTold: Instant? = nil) -> [Deadline] {
    let edition = rules.policies.inForce(at: shipment.accepted).edition(on: LocalDate(shipment.accepted))
    let rule = shipment.leg == .collection ? edition.collect : edition.return
    let route = rules.registries.inForce(at: shipment.accepted) {
      $0.routeClass(from: shipment.office, to: shipment.destination)
    }
    guard let route else { return [] }
    let withSlip = shipment.posting.slip ? rule.withSlip[route] : nil
    guard let allowance = withSlip ?? rule.plain[route] else { return [] }

    let pauses =
      shipment.holds
      .filter { hold in hold.reason.map(edition.pausingReasons.contains) ?? false }
      .map { Pause(from: $0.from, until: $0.until) } + closures(of: shipment)
    return [
      deadline(
        shipment.leg == .collection ? .collect : .return, item: shipment.item, round: shipment.round,
        started: shipment.accepted, allowance: allowance, pauses: pauses, agency: nil, warning: rule.warning,
        end: end(of: shipment, dateTold: dateTold))
    ]
  }

  /// The deadlines of the agency's own time, or none where the procedure is not known.
  public func deadlines(of state: DossierState) -> [Deadline] {
    guard let agency = state.agency, let code = state.procedure else { return [] }
    return state.processing.enumerated().compactMap { index, run in
      let edition = rules.policies.inForce(at: run.started).edition(on: LocalDate(run.started))
      guard let procedure = rules.registries.inForce(at: run.started, holding: { $0.procedures[code] }) else {
        return nil
      }
      let term = edition.process.override ?? procedure.term
      let calendar = calendar(for: run.end)
      var countedFrom = run.started
      // Received after the cut-off, a same-day dossier is due on the next working day (Decree 23/2015 art. 7).
      if term == .workingDays(0), let cutOff = edition.process.sameDayCutOff, run.started.secondOfDay > cutOff,
        calendar.isWorkingDay(LocalDate(run.started)),
        let next = calendar.workingDay(1, after: LocalDate(run.started))
      {
        countedFrom = next.start
      }
      return deadline(
        .process, item: nil, round: index + 1, started: run.started, countedFrom: countedFrom, allowance: term,
        pauses: run.pauses + closures(of: agency, at: run.started), agency: agency, warning: edition.process.warning,
        end: run.end)
    }
  }

  private func deadline(
    _ clock: ClockKind, item: ItemID?, round: Int, started: Instant, countedFrom: Instant? = nil,
    allowance: Allowance, pauses: [Pause], agency: AgencyCode?, warning: Policy.Warning, end: DeadlineEnd?
  ) -> Deadline {
    let calendar = calendar(for: end)
    let pauses = Pause.merged(pauses)
    let dueDate = calendar.dueDate(from: countedFrom ?? started, allowance, pauses: pauses, agency: agency)
    return Deadline(
      clock: clock, item: item, round: round, started: started, dueDate: dueDate,
      warn: warning.instant(before: dueDate, started: started, calendar: calendar),
      mailsWarning: warning.deservesMail(allowance), pauses: pauses, end: end)
  }

  private func calendar(for end: DeadlineEnd?) -> WorkingCalendar {
    end.map { rules.calendars.inForce(at: $0.at) } ?? rules.calendars.latest
  }

  private func end(of shipment: Shipment, dateTold: Instant?) -> DeadlineEnd? {
    let failed = shipment.end.flatMap { $0.kind == .delivered ? nil : $0.at }
    let met: Instant? =
      switch shipment.leg {
      case .return: shipment.firstTold
      case .collection where shipment.posting.slip: dateTold
      case .collection: shipment.end?.kind == .delivered ? shipment.end?.at : nil
      }
    // A date told after the envelope was withdrawn or came back is another envelope's.
    if let met, failed.map({ met <= $0 }) ?? true { return .met(met) }
    return failed.map { .cancelled($0) }
  }
}

extension Policy.Warning {
  /// When a deadline is near: for a term in days at the opening of the working day so many before its last one, and
  /// never before the start.
  func instant(before dueDate: DueDate, started: Instant, calendar: WorkingCalendar) -> Instant? {
    guard let due = dueDate.due else { return nil }
    guard let lastDay = dueDate.lastDay else {
      return secondsBefore.map { max(started, due.advanced(by: -Span.seconds($0))) }
    }
    guard let days = workingDaysBefore else { return nil }
    let day = days <= 0 ? lastDay : calendar.workingDay(-days, after: lastDay)
    guard let opening = day.flatMap(calendar.opening) else { return nil }
    return max(started, opening)
  }

  func deservesMail(_ allowance: Allowance) -> Bool {
    switch allowance {
    case .workingDays(let millionths), .days(let millionths):
      millionths > min(max(Int64(mailAboveDays), -1), Allowance.longest) * 1_000_000
    case .workingHours, .hours: true
    }
  }
}
