/// Some days in a row in Asia/Ho_Chi_Minh, over which figures are made.
public struct Period: Sendable, Hashable {
  /// The first day.
  public let first: LocalDate
  /// The last day.
  public let last: LocalDate

  /// The days from `first` to `last`; nil where the last lies before the first.
  public init?(from first: LocalDate, to last: LocalDate) {
    guard first <= last else { return nil }
    self.first = first
    self.last = last
  }

  /// One day.
  public init(day: LocalDate) {
    first = day
    last = day
  }

  /// `count` months of `year` from `month` on; nil where there are none such.
  init?(year: Int, month: Int, count: Int) {
    guard let first = LocalDate(year: year, month: month, day: 1) else { return nil }
    let end = month + count - 1
    guard (1...12).contains(end),
      let last = LocalDate(year: year, month: end, day: LocalDate.length(ofMonth: end, in: year))
    else { return nil }
    self.init(from: first, to: last)
  }

  /// 00:00 of the first day.
  public var start: Instant { first.start }

  /// 24:00 of the last day.
  public var end: Instant { last.end }

  /// Whether `date` is one of its days.
  public func contains(_ date: LocalDate) -> Bool { first <= date && date <= last }
}

extension Period: CustomStringConvertible {
  /// The month that `text` names as `2026-10`, or nil.
  public init?(month text: String) {
    guard let (year, rest) = Period.halves(text), rest.utf8.count == 2, let month = Int(rest) else { return nil }
    self.init(year: year, month: month, count: 1)
  }

  /// The quarter that `text` names as `2026-Q3`, or nil.
  public init?(quarter text: String) {
    guard let (year, rest) = Period.halves(text), let quarter = Period.number(rest, behind: "Q", upTo: 4) else {
      return nil
    }
    self.init(year: year, month: 3 * quarter - 2, count: 3)
  }

  /// The half-year that `text` names as `2026-H1`, or nil.
  public init?(half text: String) {
    guard let (year, rest) = Period.halves(text), let half = Period.number(rest, behind: "H", upTo: 2) else {
      return nil
    }
    self.init(year: year, month: 6 * half - 5, count: 6)
  }

  /// The year that `text` names as `2026`, or nil.
  public init?(year text: String) {
    guard text.utf8.count == 4, let year = Int(text) else { return nil }
    self.init(year: year, month: 1, count: 12)
  }

  /// Its first and last day as `2026-10-01/2026-10-31`.
  public var description: String { "\(first)/\(last)" }

  private static func halves(_ text: String) -> (year: Int, rest: Substring)? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, let year = Int(parts[0]) else { return nil }
    return (year, parts[1])
  }

  private static func number(_ text: Substring, behind letter: Character, upTo most: Int) -> Int? {
    guard text.count == 2, text.first == letter, let number = Int(text.dropFirst()), (1...most).contains(number) else {
      return nil
    }
    return number
  }
}
