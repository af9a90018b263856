extension WorkingCalendar {
  /// When a term of `allowance` from `start` ends, with `pauses` taken out.
  ///
  /// Terms in hours start at once and are counted in the opening hours of `agency`. Terms in days count from the day
  /// after, in the state's working days, end at 24:00 of their last day, and that day rolls on to a working day
  /// (Civil Code 2015 arts 147, 148). A pause moves the end by the working time that it covers; a part of a day that
  /// is left over is had from the next.
  public func dueDate(from start: Instant, _ allowance: Allowance, pauses: [Pause] = [], agency: AgencyCode? = nil)
    -> DueDate
  {
    let pauses = Pause.merged(pauses)
    switch allowance {
    case .hours(let seconds):
      return DueDate(
        due: end(of: .seconds(max(seconds, 0)), from: start, pauses: pauses, measure: { $1.since($0) }) {
          $1.advanced(by: $0)
        })
    case .workingHours(let seconds):
      let schedule = schedule(of: agency)
      return DueDate(
        due: end(of: .seconds(seconds), from: start, pauses: pauses, measure: schedule.openTime) {
          schedule.instant(after: $0, from: $1)
        })
    case .workingDays(let millionths):
      return DueDate(lastDay: lastWorkingDay(of: millionths, from: start, pauses: pauses))
    case .days(let millionths):
      let last = lastPlainDay(of: millionths, from: start, pauses: pauses)
      return DueDate(lastDay: last.flatMap { workingDay(0, after: $0) })
    }
  }

  /// Walks from gap to gap between the pauses until `time` is used up.
  private func end(
    of time: Span, from start: Instant, pauses: [Pause], measure: (Instant, Instant) -> Span,
    add: (Span, Instant) -> Instant?
  ) -> Instant? {
    var rest = time
    var at = start
    for pause in pauses {
      if let until = pause.until, until <= at { continue }
      let free = pause.from > at ? measure(at, pause.from) : .zero
      if free >= rest { return add(rest, at) }
      guard let until = pause.until else { return nil }
      rest = Span(microseconds: rest.microseconds - free.microseconds)
      at = until
    }
    return add(rest, at)
  }

  private func lastWorkingDay(of millionths: Int64, from start: Instant, pauses: [Pause]) -> LocalDate? {
    let dayZero = LocalDate(start)
    guard millionths > 0 else {
      guard let day = workingDay(0, after: dayZero) else { return nil }
      let lost = dayMillionths - workedShare(of: day, from: start, pauses: pauses)
      return lost <= 0 ? day : spread(lost, from: day.adding(1), pauses: pauses)
    }
    return spread(millionths, from: dayZero.adding(1), pauses: pauses)
  }

  /// The day with which `millionths` of a working day, from `first` on, are full.
  private func spread(_ millionths: Int64, from first: LocalDate, pauses: [Pause]) -> LocalDate? {
    var rest = min(millionths, Allowance.longest * dayMillionths)
    var day = first
    for pause in pauses {
      if let until = pause.until, until <= day.start { continue }
      let touched = max(LocalDate(pause.from), day)
      let free = Int64(workingDays(from: day, until: touched)) * dayMillionths
      if free >= rest { break }
      rest -= free
      day = touched
      // Only the days in which a pause begins and ends have a share; those between have none.
      rest -= workedShare(of: day, from: day.start, pauses: pauses)
      if rest <= 0 { return day }
      guard let until = pause.until else { return nil }
      let last = LocalDate(until)
      if day < last, last.start < until {
        day = last
        rest -= workedShare(of: day, from: day.start, pauses: pauses)
        if rest <= 0 { return day }
      }
      day = max(day.adding(1), last)
    }
    let days = Int((rest + dayMillionths - 1) / dayMillionths)
    return workingDay(days, after: day.adding(-1))
  }

  /// How much of the working day `date` counts, in millionths, when its time before `start` counts as worked.
  private func workedShare(of date: LocalDate, from start: Instant, pauses: [Pause]) -> Int64 {
    let schedule = schedule(of: nil)
    let total = schedule.openTime(from: date.start, to: date.end).microseconds
    guard total > 0 else { return 0 }
    var paused: Int64 = 0
    for pause in pauses {
      let from = max(pause.from, start, date.start)
      let until = min(pause.until ?? date.end, date.end)
      paused += schedule.openTime(from: from, to: until).microseconds
    }
    // Rounded in favour of the day, so that thirds that make a whole pause do not cost a day more.
    return dayMillionths - paused * dayMillionths / total
  }

  private func lastPlainDay(of millionths: Int64, from start: Instant, pauses: [Pause]) -> LocalDate? {
    let dayZero = LocalDate(start)
    let until = end(
      of: millionths > 0 ? lengthOfDays(millionths) : dayZero.end.since(start),
      from: millionths > 0 ? dayZero.end : start, pauses: pauses, measure: { $1.since($0) },
      add: { $1.advanced(by: $0) })
    // The instant at which the time is used up belongs to the day that ends with it.
    return until.map { LocalDate($0.advanced(by: Span(microseconds: -1))) }
  }

  /// Plain days as time, rounded up to a second.
  func lengthOfDays(_ millionths: Int64) -> Span {
    let perDay: Int64 = 86_400
    let counted = min(max(millionths, 0), Allowance.longest * dayMillionths)
    return .seconds((counted * perDay + dayMillionths - 1) / dayMillionths)
  }

  private var dayMillionths: Int64 { 1_000_000 }
}
