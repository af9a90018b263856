extension WorkingCalendar {
  /// Tells a term in working days, and what its pieces add up to, in millionths of a day.
  func explainWorkingDays(_ millionths: Int64, from start: Instant, in builder: inout PieceBuilder) -> Int64 {
    let schedule = schedule(of: nil)
    var total = min(millionths, Allowance.longest * 1_000_000)
    if millionths > 0 {
      builder.add(until: LocalDate(start).end, .rule(.dayOfReceipt))
    } else {
      let today = LocalDate(start)
      total = isWorkingDay(today) ? 1_000_000 - shares(of: today, schedule).share(before: start) : 1_000_000
    }
    var rest = total
    for date in days(from: builder.at) {
      guard builder.isOpen else { break }
      guard isWorkingDay(date) else {
        builder.add(until: date.end, .closed(dayOff(date)))
        continue
      }
      if rest <= 0 {
        builder.add(until: date.end, .rule(.restOfLastDay))
        continue
      }
      var shares = shares(of: date, schedule)
      shares.open = millionths > 0 ? 0 : shares.openTime(before: start)
      let counted = Why.counted(swapped: definition.specialDays[date])
      builder.addRunning(until: date.end) { from, until in
        guard rest > 0 else { return (.rule(.restOfLastDay), 0) }
        let used = min(shares.take(from: from, until: until), rest)
        rest -= used
        return (counted, used)
      }
    }
    return total
  }

  /// Tells a term in plain days, and what its pieces add up to, in millionths of a day.
  func explainDays(_ millionths: Int64, from start: Instant, in builder: inout PieceBuilder) -> Int64 {
    let microsecondsPerMillionth: Int64 = 86_400
    var total = min(millionths, Allowance.longest * 1_000_000)
    var needed: Int64
    if millionths > 0 {
      builder.add(until: LocalDate(start).end, .rule(.dayOfReceipt))
      needed = lengthOfDays(millionths).microseconds
    } else {
      needed = LocalDate(start).end.since(start).microseconds
      total = needed / microsecondsPerMillionth
    }
    var run: Int64 = 0
    for date in days(from: builder.at) {
      guard builder.isOpen else { break }
      if needed <= 0 {
        builder.add(until: date.end, isWorkingDay(date) ? .rule(.rolledOn) : .closed(dayOff(date)))
        continue
      }
      builder.addRunning(until: date.end) { from, until in
        guard needed > 0 else { return (.rule(.restOfLastDay), 0) }
        let length = until.since(from).microseconds
        let before = min(run / microsecondsPerMillionth, total)
        run += length
        needed -= length
        return (.counted(swapped: nil), min(run / microsecondsPerMillionth, total) - before)
      }
    }
    return total
  }

  private func shares(of date: LocalDate, _ schedule: Schedule) -> DayShares {
    DayShares(date: date, schedule: schedule)
  }
}

/// Parts one working day into shares, in millionths, that add up to the day whatever the parts are.
private struct DayShares {
  let date: LocalDate
  let schedule: Schedule
  private let total: Int64
  /// Microseconds of opening hours that were taken so far.
  var open: Int64 = 0

  init(date: LocalDate, schedule: Schedule) {
    self.date = date
    self.schedule = schedule
    total = schedule.openTime(from: date.start, to: date.end).microseconds
  }

  func openTime(before instant: Instant) -> Int64 { schedule.openTime(from: date.start, to: instant).microseconds }

  func share(before instant: Instant) -> Int64 { share(of: openTime(before: instant)) }

  mutating func take(from: Instant, until: Instant) -> Int64 {
    let before = share(of: open)
    open += schedule.openTime(from: from, to: until).microseconds
    return share(of: open) - before
  }

  /// Rounded up, as a due date rounds in favour of the day.
  private func share(of open: Int64) -> Int64 {
    total > 0 ? (open * 1_000_000 + total - 1) / total : 0
  }
}
