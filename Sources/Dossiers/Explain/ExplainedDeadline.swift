/// A deadline with every piece of its time, and what changed calendars made of it.
public struct ExplainedDeadline: Sendable, Hashable {
  /// The deadline.
  public let deadline: Deadline
  /// Why it is due when it is; nil for a term until a given date, or where it was not kept what it was counted by.
  public let explanation: Explanation?
  /// Where the due date moved with a calendar recorded while it ran, in order.
  public let history: [CalendarMove]

  /// The date that was given, where the term runs until one.
  public var givenDate: LocalDate? {
    if case .until(let date) = deadline.basis?.term { date } else { nil }
  }

  /// What caused the pause that `why` names.
  public func cause(of why: Why) -> CausedPause.Cause? {
    guard case .paused(let index) = why, let causes = deadline.basis?.causes, causes.indices.contains(index) else {
      return nil
    }
    return causes[index].cause
  }

  /// The reason in Vietnamese, a pause by its cause.
  public func vietnamese(_ why: Why) -> String {
    cause(of: why).map { "tạm dừng: \($0.vietnamese)" } ?? why.vietnamese
  }

  /// The reason in English, a pause by its cause.
  public func english(_ why: Why) -> String {
    cause(of: why).map { "paused: \($0.english)" } ?? why.english
  }

  /// The article behind the reason; for time that counted the one that sets the term.
  public func law(_ why: Why) -> String? {
    if case .counted = why { return deadline.basis?.law }
    return cause(of: why)?.law ?? why.law
  }
}

/// A due date that moved with a changed calendar.
public struct CalendarMove: Sendable, Hashable {
  /// When the calendar was recorded.
  public let recorded: Instant
  /// When the term ended by the calendar before.
  public let before: DueDate
  /// When it ends by the new one.
  public let after: DueDate
}
