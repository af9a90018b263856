extension Policy.Warning {
  /// When a deadline is near: for a term in days at the opening of the working day so many before its last one, and
  /// never before the start.
  func instant(before dueDate: DueDate, started: Instant, calendar: WorkingCalendar) -> Instant? {
    guard let due = dueDate.due else { return nil }
    guard let lastDay = dueDate.lastDay else {
      return secondsBefore.map { max(started, due.advanced(by: -Span.seconds($0))) }
    }
    guard let days = workingDaysBefore else { return nil }
    let day: LocalDate? =
      if days <= 0 {
        calendar.isWorkingDay(lastDay) ? lastDay : calendar.workingDay(-1, after: lastDay)
      } else {
        calendar.workingDay(-days, after: lastDay)
      }
    guard let opening = day.flatMap(calendar.opening) else { return nil }
    return max(started, opening)
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
