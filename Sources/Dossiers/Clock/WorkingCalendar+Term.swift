/// How long a run of a clock is: a length of time, or until a date that was given.
public enum Term: Sendable, Hashable {
  /// So long.
  case allowance(Allowance)
  /// Until 24:00 of this day.
  case until(LocalDate)
}

extension WorkingCalendar {
  /// When a term from `start` ends, counted as `counting` says, with `pauses` taken out.
  ///
  /// A date that was given stands as it is; pauses move it by the working time that they cover.
  func dueDate(
    from start: Instant, _ term: Term, pauses: [Pause], agency: AgencyCode?, counting: Counting
  ) -> DueDate {
    switch term {
    case .until(let date):
      var last = rolled(date, counting.dayOff)
      if !pauses.isEmpty, let day = last {
        let days = workingDays(from: LocalDate(start).adding(1), until: day.adding(1))
        let moved = dueDate(from: start, .workingDays(max(days, 0)), pauses: pauses, agency: agency).lastDay
        last = moved.map { max($0, day) }
      }
      return DueDate(lastDay: last)
    case .allowance(.days(let millionths))
    where millionths > 0 && (counting.dayOff != .next || counting.countsFirstDay):
      let first = counting.countsFirstDay ? LocalDate(start).start : LocalDate(start).end
      // A day more than a millionth is seconds and a fraction; the whole of it belongs to the term.
      let seconds = (min(millionths, Allowance.longest * 1_000_000) * 86_400 + 999_999) / 1_000_000
      let used = dueDate(from: first, .hours(seconds: seconds), pauses: pauses.cut(before: start)).due
      let last = used.map { LocalDate($0.advanced(by: Span(microseconds: -1))) }
      return DueDate(lastDay: last.flatMap { rolled($0, counting.dayOff) })
    case .allowance(.workingDays(let millionths)) where millionths > 0 && counting.countsFirstDay:
      return dueDate(
        from: LocalDate(start).adding(-1).start, .workingDays(millionths: millionths),
        pauses: pauses.cut(before: start), agency: agency)
    case .allowance(let allowance):
      return dueDate(from: start, allowance, pauses: pauses, agency: agency)
    }
  }

  /// From when a receipt counts that came after the cut-off: the next working day.
  func countedFrom(_ start: Instant, _ term: Term, _ cutOff: Counting.CutOff?) -> Instant {
    guard let cutOff, case .allowance(let allowance) = term, !cutOff.onlySameDay || allowance == .workingDays(0),
      start.secondOfDay > cutOff.secondOfDay, isWorkingDay(LocalDate(start)),
      let next = workingDay(1, after: LocalDate(start))
    else { return start }
    return next.start
  }

  private func rolled(_ date: LocalDate, _ dayOff: Counting.DayOff) -> LocalDate? {
    switch dayOff {
    case .next: workingDay(0, after: date)
    case .previous: workingDay(-1, after: date.adding(1))
    case .none: date
    }
  }
}

extension [Pause] {
  /// The part of each that does not lie before `start`.
  fileprivate func cut(before start: Instant) -> [Pause] {
    map { Pause(from: Swift.max($0.from, start), until: $0.until.map { Swift.max($0, start) }) }
  }
}

extension Allowance {
  /// A time in which the term can't have run out, by whatever calendar.
  var least: Span {
    switch self {
    case .hours(let seconds), .workingHours(let seconds): .seconds(seconds)
    case .workingDays(let millionths), .days(let millionths):
      // The first day may be the day of the start, of which little may be left.
      .seconds((Swift.min(millionths, Allowance.longest * 1_000_000) / 1_000_000 - 1) * 86_400)
    }
  }
}
