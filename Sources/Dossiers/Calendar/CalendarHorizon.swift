/// How far the days off are known, where that is no longer far enough.
public struct CalendarHorizon: Sendable, Hashable {
  /// The last day for which the days off are decreed; due dates behind it are provisional.
  public let decreedUntil: LocalDate
  /// The last day for which there are days off at all; later than `decreedUntil` where some years are an estimate.
  public let knownUntil: LocalDate

  /// The first day on which that is not far enough.
  public let since: LocalDate

  /// How many days ahead a calendar that ends is worth a warning.
  public static let usualDays = 90

  /// What is wrong, in Vietnamese.
  public var vietnamese: String {
    let rest = knownUntil > decreedUntil ? "; sau đó đến ngày \(knownUntil.vietnamese) chỉ là dự kiến" : ""
    return "ngày nghỉ chỉ được biết chính thức đến ngày \(decreedUntil.vietnamese)\(rest); hạn sau ngày đó là tạm tính"
  }

  /// What is wrong, in English.
  public var english: String {
    let rest = knownUntil > decreedUntil ? ", and to \(knownUntil) by an estimate" : ""
    return "days off are decreed to \(decreedUntil) only\(rest); due dates behind that are provisional"
  }
}

extension WorkingCalendar {
  /// Whether a due date may still move because the days off of its year are not decreed, or not known at all.
  ///
  /// What is not due is not provisional, and neither is anything by a calendar without a single day off or swapped day,
  /// as that is one of its own kind, for trials.
  public func isProvisional(_ dueDate: DueDate) -> Bool {
    guard let day = dueDate.lastDay ?? dueDate.due.map({ LocalDate($0) }), let end = decreedUntil else {
      return false
    }
    return day > end
  }

  /// How far the days off are known, where that is less than `days` ahead of `now`; nil where it is more, or where
  /// `days` is 0, which asks for no look ahead.
  public func horizonWarning(now: Instant, days: Int = CalendarHorizon.usualDays) -> CalendarHorizon? {
    guard let decreed = definition.decreedUntil, let known = definition.knownUntil,
      days > 0, decreed < LocalDate(now).adding(days)
    else { return nil }
    return CalendarHorizon(decreedUntil: decreed, knownUntil: known, since: decreed.adding(1 - days))
  }
}
