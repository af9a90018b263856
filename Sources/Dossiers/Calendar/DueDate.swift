/// When a term ends.
public struct DueDate: Sendable, Hashable, Codable {
  /// The first instant after the term; nil while a pause has no end, or where the calendar never opens.
  public let due: Instant?
  /// The last day of a term in days; nil for a term in hours.
  public let lastDay: LocalDate?

  /// The end of a term in hours.
  public init(due: Instant?) {
    self.due = due
    lastDay = nil
  }

  /// The end of a term in days: 24:00 of its last day (Civil Code 2015 art. 148).
  public init(lastDay: LocalDate?) {
    due = lastDay?.end
    self.lastDay = lastDay
  }
}
