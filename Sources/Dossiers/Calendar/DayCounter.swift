/// Adds up a quantity that each day has by its weekday, but for some exceptions, in time that does not grow with the
/// span: a closed form for the weeks, and a running sum over the exceptions.
struct DayCounter: Sendable {
  /// The week's running sum before each weekday, Monday first, and of the whole week at the end.
  private let throughWeek: [Int]
  private let exceptionDays: [Int]
  /// How much the exceptions before each one, or all, differ from their weekdays.
  private let exceptionSums: [Int]
  /// The running sum before each exception.
  private let sumsBefore: [Int]

  /// A counter of `weekly` (Monday first), where each day in `exceptions` has its own quantity; none is negative.
  init(weekly: [Int], exceptions: [LocalDate: Int]) {
    let throughWeek = weekly.reduce(into: [0]) { sums, value in sums.append((sums.last ?? 0) + value) }
    let sorted = exceptions.sorted { $0.key < $1.key }
    let exceptionSums = sorted.reduce(into: [0]) { sums, exception in
      sums.append((sums.last ?? 0) + exception.value - weekly[exception.key.weekday])
    }
    self.throughWeek = throughWeek
    self.exceptionSums = exceptionSums
    exceptionDays = sorted.map { Int($0.key.day) }
    sumsBefore = sorted.indices.map { index in
      DayCounter.regular(before: Int(sorted[index].key.day), throughWeek) + exceptionSums[index]
    }
  }

  /// The sum over all days before `date`, counted from a fixed Monday.
  func before(_ date: LocalDate) -> Int {
    let day = Int(date.day)
    return DayCounter.regular(before: day, throughWeek) + exceptionSums[DayCounter.count(in: exceptionDays, below: day)]
  }

  /// The first day, from `date` on, with which the sum from `date` reaches `quantity` (above 0), or nil where it
  /// never does.
  func day(reaching quantity: Int, from date: LocalDate) -> LocalDate? {
    let (target, overflow) = before(date).addingReportingOverflow(quantity)
    return overflow ? nil : day(summing: target)
  }

  /// The first day with which the sum, counted from the same Monday as `before(_:)`, reaches `target`, or nil where
  /// none does.
  func day(summing target: Int) -> LocalDate? {
    // The target is reached at the last exception that begins below it, or in the regular days behind that.
    let passed = DayCounter.count(in: sumsBefore, below: target)
    if passed > 0 {
      let day = exceptionDays[passed - 1]
      let behind = DayCounter.regular(before: day + 1, throughWeek) + exceptionSums[passed]
      if behind >= target { return LocalDate(existing: day) }
    }
    let (regular, overflow) = target.subtractingReportingOverflow(exceptionSums[passed])
    guard !overflow, throughWeek[7] > 0 else { return nil }
    let (weeks, rest) = (regular - 1).flooringDivision(by: throughWeek[7])
    guard abs(weeks) < 1_000_000, let weekday = throughWeek.dropFirst().firstIndex(where: { $0 > rest }) else {
      return nil
    }
    return LocalDate(existing: weeks * 7 + weekday - 1 - DayCounter.fixedMonday)
  }

  /// The sum of all regular days before `day`.
  private static func regular(before day: Int, _ throughWeek: [Int]) -> Int {
    let (weeks, rest) = (day + fixedMonday).flooringDivision(by: 7)
    return weeks * throughWeek[7] + throughWeek[rest]
  }

  /// How many of the `values`, which are in order, lie below `bound`.
  private static func count(in values: [Int], below bound: Int) -> Int {
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      if values[middle] < bound { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Day -3, 1969-12-29, was a Monday.
  private static let fixedMonday = 3
}

extension LocalDate {
  /// The day `day` days after 1970-01-01, or nil outside the years 0000 to 9999.
  fileprivate init?(existing day: Int) {
    self.init(day: day)
    guard Int(self.day) == day else { return nil }
  }
}

extension Int {
  func flooringDivision(by divisor: Int) -> (quotient: Int, remainder: Int) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
