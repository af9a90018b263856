extension DeadlinePlanner {
  /// Says why `deadline`, one of this planner's own, is due when it is.
  public func explained(_ deadline: Deadline) -> ExplainedDeadline {
    ExplainedDeadline(deadline: deadline, explanation: explanation(of: deadline), history: history(of: deadline))
  }

  private func explanation(of deadline: Deadline) -> Explanation? {
    guard let basis = deadline.basis, case .allowance(let allowance) = basis.term else { return nil }
    return calendar(judging: deadline).explanation(
      of: allowance, from: deadline.started, countedFrom: basis.countedFrom,
      countsFirstDay: basis.counting.countsFirstDay, pauses: basis.causes.map(\.pause), agency: basis.agency,
      dueDate: deadline.dueDate)
  }

  /// Worked out anew and not kept, so that it can't disagree with the deadline. All pauses are those known now: only
  /// what the calendar changed is told.
  private func history(of deadline: Deadline) -> [CalendarMove] {
    guard let basis = deadline.basis else { return [] }
    let changes = rules.calendars.changes(after: deadline.started, until: deadline.end?.at)
    guard !changes.isEmpty else { return [] }
    func due(by calendar: WorkingCalendar) -> DueDate {
      calendar.dueDate(
        from: calendar.countedFrom(deadline.started, basis.term, basis.counting.cutOff), basis.term,
        pauses: deadline.pauses, agency: basis.agency, counting: basis.counting)
    }
    var before = due(by: rules.calendars.inForce(at: deadline.started))
    var moves: [CalendarMove] = []
    for (recorded, calendar) in changes {
      let after = due(by: calendar)
      if after != before { moves.append(CalendarMove(recorded: recorded, before: before, after: after)) }
      before = after
    }
    return moves
  }
}
