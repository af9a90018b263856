/// How the days of a term are counted.
public struct Counting: Sendable, Hashable, Codable {
  /// What becomes of a term in plain days, or one until a given date, that ends on a day off.
  public enum DayOff: String, Sendable, Hashable, CaseIterable, Codable {
    /// It ends on the next working day (Civil Code 2015 art. 148).
    case next
    /// It ends on the working day before.
    case previous
    /// It ends on the day off.
    case none
  }

  /// The hour after which a receipt counts as one of the next working day.
  public struct CutOff: Sendable, Hashable, Codable {
    /// Seconds after midnight; a receipt in this second is still in time.
    public let secondOfDay: Int
    /// Whether it moves same-day terms alone.
    public let onlySameDay: Bool

    /// A cut-off at this time of day.
    public init(secondOfDay: Int, onlySameDay: Bool) {
      self.secondOfDay = secondOfDay
      self.onlySameDay = onlySameDay
    }
  }

  /// The cut-off, where there is one.
  public let cutOff: CutOff?
  /// Whether the day of the start is the first day of the term (against Civil Code 2015 art. 147).
  public let countsFirstDay: Bool
  /// Where the term ends on a day off.
  public let dayOff: DayOff

  /// The Civil Code's way of counting, but for what is given.
  public init(cutOff: CutOff? = nil, countsFirstDay: Bool = false, dayOff: DayOff = .next) {
    self.cutOff = cutOff
    self.countsFirstDay = countsFirstDay
    self.dayOff = dayOff
  }
}
