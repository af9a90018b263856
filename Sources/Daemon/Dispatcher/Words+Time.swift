import Dossiers

extension Words {
  /// From when until when, as short as it can be told: whole days without a time, one day's name once.
  static func stretch(from: Instant, until: Instant?) -> String {
    let (start, first) = (from.clockTime.prefix(5), LocalDate(from))
    guard let until else { return "\(start) \(first.forPeople) – …" }
    // Midnight is told as the end of the day before.
    let isToMidnight = until == LocalDate(until).start
    let last = isToMidnight ? LocalDate(until).adding(-1) : LocalDate(until)
    if isToMidnight, from == first.start {
      return first == last ? first.forPeople : "\(first.forPeople) – \(last.forPeople)"
    }
    let end = isToMidnight ? "24:00" : until.clockTime.prefix(5)
    return first == last
      ? "\(start) – \(end) \(last.forPeople)" : "\(start) \(first.forPeople) – \(end) \(last.forPeople)"
  }

  /// The last day, or the instant of a term in hours.
  static func due(_ dueDate: DueDate) -> Phrase {
    let words = dueDate.lastDay?.forPeople ?? dueDate.due?.forPeople
    return Phrase(words ?? "chưa xác định", words ?? "no date")
  }

  /// How much of a term was used; nil where it is nothing.
  static func amount(_ amount: Explanation.Amount) -> Phrase? {
    switch amount {
    case .time(.zero), .days(millionths: 0): nil
    case .time(let span): exact(span)
    case .days(millionths: 1_000_000): Phrase("1 ngày", "1 day")
    case .days(let millionths):
      if millionths % 1_000_000 == 0 {
        Phrase("\(millionths / 1_000_000) ngày", "\(millionths / 1_000_000) days")
      } else {
        Phrase(
          "\(Double(millionths) / 1_000_000)".replacing(".", with: ",") + " ngày",
          "\(Double(millionths) / 1_000_000) days")
      }
    }
  }

  /// A length to the second, so that lengths told one below the other add up.
  private static func exact(_ span: Span) -> Phrase {
    let seconds = span.seconds
    let parts = [(seconds / 3600, "giờ", "h"), (seconds / 60 % 60, "phút", "min"), (seconds % 60, "giây", "s")]
      .filter { $0.0 != 0 }
    return Phrase(
      parts.map { "\($0.0) \($0.1)" }.joined(separator: " "), parts.map { "\($0.0) \($0.2)" }.joined(separator: " "))
  }
}
