/// One office's opening hours on every day of the calendar.
public struct Schedule: Sendable {
  private let hours: OpeningHours
  private let special: [LocalDate: CalendarDefinition.SpecialDay]
  private let seconds: DayCounter

  init(_ hours: OpeningHours, special: [LocalDate: CalendarDefinition.SpecialDay]) {
    self.hours = hours
    self.special = special
    let total = { (stretches: [OpeningHours.Stretch]) in stretches.reduce(0) { $0 + $1.seconds } }
    seconds = DayCounter(
      weekly: hours.weekdays.map(total),
      exceptions: special.mapValues { $0.isWorked ? total(hours.ofSwappedDay) : 0 })
  }

  /// When the office is open on `date`, in order.
  public func stretches(on date: LocalDate) -> [OpeningHours.Stretch] {
    guard let day = special[date] else { return hours.weekdays[date.weekday] }
    return day.isWorked ? hours.ofSwappedDay : []
  }

  /// Microseconds of opening hours from `start` to `end`; 0 where `end` is not later.
  public func openTime(from start: Instant, to end: Instant) -> Span {
    guard start < end else { return .zero }
    let days = Int64(seconds.before(LocalDate(end)) - seconds.before(LocalDate(start)))
    return Span(microseconds: days * 1_000_000 + openTimeOfDay(before: end) - openTimeOfDay(before: start))
  }

  /// The earliest instant at which `time` of opening hours has passed since `start`; `start` where `time` is none,
  /// nil where the office never opens again.
  public func instant(after time: Span, from start: Instant) -> Instant? {
    guard time > .zero else { return start }
    let today = LocalDate(start)
    let (target, overflow) = openTimeOfDay(before: start).addingReportingOverflow(time.microseconds)
    guard !overflow else { return nil }
    let (whole, fraction) = target.quotientAndRemainder(dividingBy: 1_000_000)
    let needed = Int(whole) + (fraction > 0 ? 1 : 0)
    guard let day = seconds.day(reaching: needed, from: today) else { return nil }
    var rest = target - Int64(seconds.before(day) - seconds.before(today)) * 1_000_000
    for stretch in stretches(on: day) {
      let length = Int64(stretch.seconds) * 1_000_000
      if rest <= length {
        return day.at(secondOfDay: stretch.from).advanced(by: Span(microseconds: rest))
      }
      rest -= length
    }
    return nil
  }

  /// The first instant from `start` on at which the office is open, or nil where it never is again.
  public func opening(atOrAfter start: Instant) -> Instant? {
    let today = LocalDate(start)
    for stretch in stretches(on: today) {
      let close = today.at(secondOfDay: stretch.until)
      if start < close { return max(start, today.at(secondOfDay: stretch.from)) }
    }
    guard let day = seconds.day(reaching: 1, from: today.adding(1)) else { return nil }
    return stretches(on: day).first.map { day.at(secondOfDay: $0.from) }
  }

  /// Microseconds of opening hours on the day of `instant` before it.
  private func openTimeOfDay(before instant: Instant) -> Int64 {
    let day = LocalDate(instant)
    // An instant past the ends of the calendar lies outside its nearest day.
    let ofDay = min(max(instant.since(day.start).microseconds, 0), 86_400_000_000)
    return stretches(on: day).reduce(0) { sum, stretch in
      sum + min(max(ofDay - Int64(stretch.from) * 1_000_000, 0), Int64(stretch.seconds) * 1_000_000)
    }
  }
}
