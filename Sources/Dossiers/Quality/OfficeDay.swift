/// What a post office scanned on one day.
public struct OfficeDay: Sendable, Hashable {
  /// The day.
  public let date: LocalDate
  /// Scans that stand, of any kind.
  public let scans: Int
  /// Items accepted.
  public let accepted: Int
  /// Items delivered.
  public let delivered: Int
  /// Whether the state works on that day.
  public let isWorkingDay: Bool
  /// Whether the day was over when that was known.
  public let isOver: Bool

  /// Whether it was a working day without a scan.
  public var isSilent: Bool { isWorkingDay && isOver && scans == 0 }
}

extension OfficeDay: Encodable {
  private enum Key: CodingKey { case date, scans, accepted, delivered, working, silent }

  /// Writes the day with its counts.
  /// - Throws: whatever the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(date, forKey: .date)
    try fields.encode(scans, forKey: .scans)
    try fields.encode(accepted, forKey: .accepted)
    try fields.encode(delivered, forKey: .delivered)
    try fields.encode(isWorkingDay, forKey: .working)
    try fields.encode(isSilent, forKey: .silent)
  }
}

extension QualityFigures {
  /// What `office` scanned on each day of the period that has begun, in order.
  public func days(of office: OfficeCode, calendar: WorkingCalendar) -> [OfficeDay] {
    let counts = rhythms[office]?.days ?? [:]
    let last = min(scope.period.last, LocalDate(scope.known))
    guard scope.period.first <= last else { return [] }
    return (scope.period.first.day...last.day).map { number in
      let date = LocalDate(day: Int(number))
      let day = counts[date] ?? OfficeRhythm.DayCounts()
      return OfficeDay(
        date: date, scans: day.scans, accepted: day.accepted, delivered: day.delivered,
        isWorkingDay: calendar.isWorkingDay(date), isOver: scope.isComplete(date))
    }
  }
}
