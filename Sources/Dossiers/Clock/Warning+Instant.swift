extension Policy.Warning {
  /// When a deadline is near for the first time: for a term in days at the opening of the working day so many before
  /// its last one, and never before the start.
  func instant(before dueDate: DueDate, started: Instant, calendar: WorkingCalendar) -> Instant? {
    guard let due = dueDate.due else { return nil }
    guard let lastDay = dueDate.lastDay else {
      return secondsBefore.map { max(started, due.advanced(by: -Span.seconds($0))) }
    }
    return workingDaysBefore.flatMap { opening($0, before: lastDay, calendar) }.map { max(started, $0) }
  }

  /// When it is near again, after `first`, in order.
  func laterInstants(after first: Instant?, before dueDate: DueDate, calendar: WorkingCalendar) -> [Instant] {
    guard let first, let due = dueDate.due else { return [] }
    var instants: [Instant] = []
    if let lastDay = dueDate.lastDay {
      for days in laterDaysBefore {
        if let opening = opening(days, before: lastDay, calendar) { instants.append(opening) }
      }
    } else {
      for seconds in laterSecondsBefore { instants.append(due.advanced(by: -Span.seconds(seconds))) }
    }
    var last = first
    return instants.filter { instant in
      // Two points of a short term may be one, or lie before its start.
      guard instant > last else { return false }
      last = instant
      return true
    }
  }

  /// The opening of the working day so many before `lastDay`.
  private func opening(_ days: Int, before lastDay: LocalDate, _ calendar: WorkingCalendar) -> Instant? {
    let day: LocalDate? =
      if days <= 0 {
        calendar.isWorkingDay(lastDay) ? lastDay : calendar.workingDay(-1, after: lastDay)
      } else {
        calendar.workingDay(-days, after: lastDay)
      }
    return day.flatMap(calendar.opening)
  }

  /// Whether a warning of a term of this length gets a mail of its own.
  func deservesMail(_ term: Term, from start: Instant, calendar: WorkingCalendar) -> Bool {
    let bound = min(max(Int64(mailAboveDays), -1), Allowance.longest)
    switch term {
    case .allowance(.workingDays(let millionths)), .allowance(.days(let millionths)):
      return millionths > bound * 1_000_000
    case .allowance(.workingHours), .allowance(.hours): return true
    case .until(let date):
      return calendar.workingDays(from: LocalDate(start).adding(1), until: date.adding(1)) > Int(bound)
    }
  }
}
