extension WorkingCalendar {
  /// Says piece by piece why a term of `allowance` from `start` ends when it does.
  ///
  /// Terms in hours are told stretch by stretch, and time that the office is closed is the calendar's even where a
  /// pause covers it, as the pause moves nothing there. Terms in days are told day by day, with each pause as it lies
  /// within working days. Where a pause has no end, its piece is the last.
  ///
  /// - Parameters:
  ///   - allowance: how long the term is.
  ///   - start: from when it runs.
  ///   - countedFrom: from when it is counted, where a cut-off moves day zero to a later day.
  ///   - countsFirstDay: whether a term in days has the day of its start as its first, as a whole day.
  ///   - pauses: time that does not count, in any order; they may overlap.
  ///   - agency: whose opening hours count.
  ///   - dueDate: when the term ends, where that follows from more than the above; the pieces go so far.
  /// - Returns: the pieces, whose end is that of `dueDate(from:_:pauses:agency:)` where no other is given.
  public func explanation(
    of allowance: Allowance, from start: Instant, countedFrom: Instant? = nil, countsFirstDay: Bool = false,
    pauses: [Pause] = [], agency: AgencyCode? = nil, dueDate: DueDate? = nil
  ) -> Explanation {
    let first = max(countedFrom ?? start, start)
    let dueDate =
      dueDate ?? end(of: allowance, from: first, countsFirstDay: countsFirstDay, pauses: pauses, agency: agency)
    let turns = PauseTurns(pauses)
    let isPausedForGood = dueDate.due == nil && turns.endless != nil
    var builder = PieceBuilder(from: start, to: dueDate.due ?? turns.endless?.from ?? first, turns)
    builder.add(until: first, .rule(.afterCutOff))

    let total: Explanation.Amount
    switch allowance {
    case .hours(let seconds):
      total = .time(.seconds(max(seconds, 0)))
      builder.addRunning(until: .lastOfAll) { (.counted(swapped: nil), $1.since($0).microseconds) }
    case .workingHours(let seconds):
      total = .time(.seconds(max(seconds, 0)))
      explainHours(schedule(of: agency), in: &builder)
    case .workingDays(let millionths):
      total = .days(millionths: explainWorkingDays(millionths, from: first, countsFirstDay, in: &builder))
    case .days(let millionths):
      total = .days(millionths: explainDays(millionths, from: first, countsFirstDay, in: &builder))
    }

    if dueDate.due == nil {
      if isPausedForGood, let turn = turns.endless {
        builder.addEndless(.paused(turn.index))
      } else {
        builder.addEndless(.closed(.endless))
      }
    }
    return Explanation(
      start: start, allowance: allowance, dueDate: dueDate, total: total,
      pieces: builder.pieces.map { piece in
        Explanation.Piece(
          from: piece.from, until: piece.until,
          used: allowance.isInDays
            ? .days(millionths: piece.used) : .time(Span(microseconds: piece.used)), why: piece.why)
      })
  }

  private func end(
    of allowance: Allowance, from first: Instant, countsFirstDay: Bool, pauses: [Pause], agency: AgencyCode?
  ) -> DueDate {
    guard countsFirstDay, allowance.isInDays, allowance != .workingDays(0), allowance != .days(0) else {
      return dueDate(from: first, allowance, pauses: pauses, agency: agency)
    }
    // The day before stands in for a day of receipt; what lies before the start can't be paused.
    let cut = pauses.map { Pause(from: max($0.from, first), until: $0.until.map { max($0, first) }) }
    return dueDate(from: LocalDate(first).adding(-1).start, allowance, pauses: cut, agency: agency)
  }

  private func explainHours(_ schedule: Schedule, in builder: inout PieceBuilder) {
    for date in days(from: builder.at) {
      guard builder.isOpen else { return }
      let counted = Why.counted(swapped: definition.specialDays[date])
      let stretches = schedule.stretches(on: date)
      guard !stretches.isEmpty else {
        builder.add(until: date.end, .closed(dayOff(date)))
        continue
      }
      var gap = ClosedTime.outsideHours
      for stretch in stretches {
        builder.add(until: date.at(secondOfDay: stretch.from), .closed(gap))
        builder.addRunning(until: date.at(secondOfDay: stretch.until)) { (counted, $1.since($0).microseconds) }
        gap = .breakTime
      }
      builder.add(until: date.end, .closed(.outsideHours))
    }
  }

  /// Why nobody works on `date`.
  func dayOff(_ date: LocalDate) -> ClosedTime {
    definition.specialDays[date].flatMap { $0.isWorked ? nil : .dayOff($0) } ?? .restDay
  }

  /// The days from that of `instant` on, to the last that there is.
  func days(from instant: Instant) -> some Sequence<LocalDate> {
    (LocalDate(instant).day...LocalDate.last.day).lazy.map { LocalDate(day: Int($0)) }
  }
}

extension Instant {
  fileprivate static var lastOfAll: Instant { Instant(microseconds: .max) }
}
