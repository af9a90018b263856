import Foundation

/// An instant as a mail's `Date` field holds it, in UTC (RFC 5322 section 3.3).
enum MailDate {
  private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  /// The words of the field, such as `Mon, 02 Mar 2026 01:15:30 +0000`.
  static func words(_ date: Date) -> [String] {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let parts = calendar.dateComponents([.weekday, .day, .month, .year, .hour, .minute, .second], from: date)
    let weekday = days[((parts.weekday ?? 1) - 1) % 7]
    let month = months[((parts.month ?? 1) - 1) % 12]
    let time = [parts.hour, parts.minute, parts.second].map { padded($0 ?? 0, to: 2) }.joined(separator: ":")
    return ["\(weekday),", padded(parts.day ?? 1, to: 2), month, padded(parts.year ?? 0, to: 4), time, "+0000"]
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
