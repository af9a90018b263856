/// Adds up a quantity that each day has by its weekday, but for some exceptions, in time that does not grow with the
/// span: a closed form for the weeks, and a running sum over the exceptions.
struct DayCounter: Sendable {
  private let weekly: [Int]
  private let throughWeek: [Int]
  private let exceptionDays: [Int]
  private let exceptionSums: [Int]

  /// A counter of `weekly` (Monday first), where each day in `exceptions` has its own quantity.
  init(weekly: [Int], exceptions: [LocalDate: Int]) {
    self.weekly = weekly
    throughWeek = weekly.reduce(into: [0]) { sums, value in sums.append((sums.last ?? 0) + value) }
    let sorted = exceptions.sorted { $0.key < $1.key }
    exceptionDays = sorted.map { Int($0.key.day) }
    exceptionSums = sorted.reduce(into: [0]) { sums, exception in
      sums.append((sums.last ?? 0) + exception.value - weekly[exception.key.weekday])
    }
  }

  /// The sum over all days before `date`, counted from a fixed Monday.
  func before(_ date: LocalDate) -> Int {
    // Day -3, 1969-12-29, was a Monday.
    let (weeks, rest) = (Int(date.day) + 3).flooringDivision(by: 7)
    return weeks * throughWeek[7] + throughWeek[rest] + exceptionSums[exceptions(before: Int(date.day))]
  }

  /// The first day, from `date` on, with which the sum from `date` reaches `quantity` (above 0), or nil where it
  /// never does.
  func day(reaching quantity: Int, from date: LocalDate) -> LocalDate? {
    let (target, overflow) = before(date).addingReportingOverflow(quantity)
    guard !overflow else { return nil }
    var step = 8
    var low = date
    while before(low.adding(step)) < target {
      low = low.adding(step)
      step *= 2
      guard step < 4_000_000 else { return nil }
    }
    var high = low.adding(step)
    while low < high {
      let middle = low.adding((Int(high.day) - Int(low.day)) / 2)
      if before(middle.adding(1)) >= target { high = middle } else { low = middle.adding(1) }
    }
    return low
  }

  private func exceptions(before day: Int) -> Int {
    var low = 0
    var high = exceptionDays.count
    while low < high {
      let middle = (low + high) / 2
      if exceptionDays[middle] < day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Int {
  func flooringDivision(by divisor: Int) -> (quotient: Int, remainder: Int) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
