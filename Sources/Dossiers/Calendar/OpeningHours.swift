/// The hours in which an office is open, a list of stretches for each weekday.
public struct OpeningHours: Sendable, Hashable, Codable {
  /// One stretch of a day, in seconds after midnight; `until` may be 86,400 for 24:00.
  public struct Stretch: Sendable, Hashable, Codable {
    /// When it opens.
    public let from: Int
    /// When it closes.
    public let until: Int

    /// The stretch between two times of one day, or nil where it would be empty or leave the day.
    public init?(from: Int, until: Int) {
      guard from >= 0, from < until, until <= 86_400 else { return nil }
      self.from = from
      self.until = until
    }

    /// Seconds in the stretch.
    public var seconds: Int { until - from }
  }

  /// Seven lists, Monday first, each in order and without overlap; an empty one is a day off.
  public let weekdays: [[Stretch]]

  /// Opening hours of these weekdays, Monday first; stretches are sorted, and those that touch are joined.
  public init(weekdays: [[Stretch]]) {
    var days = weekdays.prefix(7).map(OpeningHours.joined)
    while days.count < 7 { days.append([]) }
    self.weekdays = days
  }

  /// The hours of a day that is worked in place of another: those of the first weekday that has any.
  public var ofSwappedDay: [Stretch] { weekdays.first { !$0.isEmpty } ?? [] }

  private static func joined(_ stretches: [Stretch]) -> [Stretch] {
    var result: [Stretch] = []
    for stretch in stretches.sorted(by: { $0.from < $1.from }) {
      if let last = result.last, stretch.from <= last.until,
        let longer = Stretch(from: last.from, until: max(last.until, stretch.until))
      {
        result[result.count - 1] = longer
      } else {
        result.append(stretch)
      }
    }
    return result
  }
}
