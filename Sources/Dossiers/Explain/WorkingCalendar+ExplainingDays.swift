extension WorkingCalendar {
  /// Tells a term in working days, and what its pieces add up to, in millionths of a day.
  func explainWorkingDays(
    _ millionths: Int64, from start: Instant, _ countsFirstDay: Bool, in builder: inout PieceBuilder
  ) -> Int64 {
    let schedule = schedule(of: nil)
    let today = LocalDate(start)
    // A term of no days is the day itself.
    let startsToday = countsFirstDay || millionths <= 0
    var total = millionths > 0 ? min(millionths, Allowance.longest * 1_000_000) : 1_000_000
    if !startsToday {
      builder.add(until: today.end, .rule(.dayOfReceipt))
    } else if isWorkingDay(today) {
      total = max(total - DayShares(date: today, schedule: schedule).share(before: start), 0)
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
      var shares = DayShares(date: date, schedule: schedule)
      if startsToday { shares.open = shares.openTime(before: start) }
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
  func explainDays(
    _ millionths: Int64, from start: Instant, _ countsFirstDay: Bool, in builder: inout PieceBuilder
  ) -> Int64 {
    let microsecondsPerMillionth: Int64 = 86_400
    let today = LocalDate(start)
    var total = millionths > 0 ? min(millionths, Allowance.longest * 1_000_000) : 1_000_000
    var needed = lengthOfDays(total).microseconds
    if countsFirstDay || millionths <= 0 {
      needed -= start.since(today.start).microseconds
      total = min(total, max(needed, 0) / microsecondsPerMillionth)
    } else {
      builder.add(until: today.end, .rule(.dayOfReceipt))
    }
    var run: Int64 = 0
    for date in days(from: builder.at) {
      guard builder.isOpen else { break }
      if needed <= 0, date > today {
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
