/// What one week of a period saw, to tell how evenly the service runs.
struct WeekCounts: Sendable, Hashable {
  /// Shipments accepted on days that are over.
  var accepted = 0
  /// Legs that were done and can be judged.
  var judged = 0
  /// Those of `judged` that were done in time.
  var within = 0

  mutating func merge(_ other: WeekCounts) {
    accepted += other.accepted
    judged += other.judged
    within += other.within
  }
}

extension LocalDate {
  /// The Monday of its week.
  public var monday: LocalDate { adding(-weekday) }
}

extension [LocalDate: WeekCounts] {
  /// The standard deviation of the shipments accepted a working day, from week to week, in percent of their mean; nil
  /// for fewer than two weeks, or where nothing was accepted.
  func variation(on workingDays: [LocalDate]) -> (weeks: Int, percent: Double?) {
    let days = workingDays.reduce(into: [LocalDate: Int]()) { $0[$1.monday, default: 0] += 1 }
    let rates = days.sorted { $0.key < $1.key }.map { Double(self[$0.key]?.accepted ?? 0) / Double($0.value) }
    let mean = rates.reduce(0, +) / Double(Swift.max(rates.count, 1))
    guard rates.count > 1, mean > 0 else { return (rates.count, nil) }
    let variance = rates.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(rates.count)
    return (rates.count, 100 * variance.squareRoot() / mean)
  }

  /// By how many percentage points the best week's share in time is above the worst week's; nil for fewer than two weeks.
  var spread: (weeks: Int, points: Double?) {
    let shares = values.filter { $0.judged > 0 }.map { 100 * Double($0.within) / Double($0.judged) }
    guard shares.count > 1, let best = shares.max(), let worst = shares.min() else { return (shares.count, nil) }
    return (shares.count, best - worst)
  }
}
