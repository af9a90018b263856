/// How long a term is, and in what it is counted.
public enum Allowance: Sendable, Hashable, Codable {
  /// Seconds of the agency's opening hours, from the start on.
  case workingHours(seconds: Int64)
  /// The state's working days; the day of the start is not counted. In millionths of a day.
  case workingDays(millionths: Int64)
  /// All days; the day of the start is not counted, and a last day that is a day off rolls on. In millionths of a day.
  case days(millionths: Int64)
  /// Plain seconds, from the start on.
  case hours(seconds: Int64)

  /// `count` whole working days.
  public static func workingDays(_ count: Int) -> Allowance { .workingDays(millionths: millionths(count)) }

  /// `count` whole plain days.
  public static func days(_ count: Int) -> Allowance { .days(millionths: millionths(count)) }

  /// More days than the years 0000 to 9999 have; longer terms never end, so they are counted as this many.
  static let longest: Int64 = 4_000_000

  private static func millionths(_ count: Int) -> Int64 { min(max(Int64(count), 0), longest) * 1_000_000 }

  /// Whether the term ends with a day and so has a last day.
  public var isInDays: Bool {
    switch self {
    case .workingDays, .days: true
    case .workingHours, .hours: false
    }
  }
}
