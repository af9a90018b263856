import Dossiers

extension Chronicle {
  /// A time of `date` between two minutes of the day, to the second.
  mutating func time(on date: LocalDate, minutes: ClosedRange<Int>) -> Instant {
    date.at(secondOfDay: dice.within(minutes.lowerBound * 60...minutes.upperBound * 60))
  }

  /// When people come to the counter: most between eight and ten, the others until a quarter to five.
  mutating func counterTime(on date: LocalDate) -> Instant {
    guard dice.chance(0.6) else { return time(on: date, minutes: 810...1005) }
    return date.at(secondOfDay: (dice.within(27_000...39_600) + dice.within(27_000...39_600)) / 2)
  }

  /// Some minutes after `time`.
  mutating func later(_ time: Instant, minutes: ClosedRange<Int>) -> Instant {
    time.advanced(by: .seconds(Int64(dice.within(minutes.lowerBound * 60...minutes.upperBound * 60))))
  }

  /// `time` itself where the agency (or the post, where nil) is open, else soon after it opens again.
  mutating func open(_ bureau: Int?, _ time: Instant) -> Instant {
    let schedule = calendar.schedule(of: bureau.map { province.bureaus[$0].code })
    guard let opening = schedule.opening(atOrAfter: time), opening > time else { return time }
    return later(opening, minutes: 2...25)
  }

  /// Whether a post office opens on `date`; on days off only the hubs do.
  func isOpen(_ place: Int, on date: LocalDate) -> Bool {
    province.places[place].hub == place || calendar.isWorkingDay(date)
  }

  /// The `count`-th working day after `date`, or before it where negative.
  func workday(_ count: Int, after date: LocalDate) -> LocalDate {
    calendar.workingDay(count, after: date) ?? date.adding(count)
  }
}
