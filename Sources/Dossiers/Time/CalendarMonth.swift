/// A month of a year.
public struct CalendarMonth: Sendable, Hashable, Comparable {
  /// Months since January of the year 0.
  public let number: Int

  /// The month with these numbers; nil where there is none, or not between the years 0 and 9999.
  public init?(year: Int, month: Int) {
    guard (0...9999).contains(year), (1...12).contains(month) else { return nil }
    number = year * 12 + month - 1
  }

  /// The month that `day` lies in.
  public init(_ day: LocalDate) {
    let (year, month, _) = day.components
    number = year * 12 + month - 1
  }

  private init(number: Int) { self.number = number }

  /// Its year and number in it, from 1.
  public var components: (year: Int, month: Int) { (number / 12, number % 12 + 1) }

  /// Its first day.
  public var first: LocalDate { LocalDate(year: components.year, month: components.month, day: 1) ?? .last }

  /// Its last day.
  public var last: LocalDate {
    let (year, month) = components
    return LocalDate(year: year, month: month, day: LocalDate.length(ofMonth: month, in: year)) ?? .last
  }

  /// The month `months` before it, and no earlier than the year 0.
  public func before(_ months: Int) -> CalendarMonth { CalendarMonth(number: max(0, number - max(0, months))) }

  /// All months from `first` through `last`.
  public static func months(from first: CalendarMonth, through last: CalendarMonth) -> [CalendarMonth] {
    guard first <= last else { return [] }
    return (first.number...last.number).map { CalendarMonth(number: $0) }
  }

  /// Earlier months come first.
  public static func < (lhs: CalendarMonth, rhs: CalendarMonth) -> Bool { lhs.number < rhs.number }
}

extension CalendarMonth: CustomStringConvertible, LosslessStringConvertible, Codable {
  /// The month as `YYYY-MM`.
  public var description: String { "\(padded(components.year, 4))-\(padded(components.month, 2))" }

  /// The month that `text` names as `YYYY-MM`, or nil.
  public init?(_ text: String) {
    guard let day = LocalDate(text + "-01") else { return nil }
    self.init(day)
  }

  /// Reads `YYYY-MM`.
  /// - Throws: `DecodingError` where the text is no month.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let month = CalendarMonth(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)' is no month as YYYY-MM")
    }
    self = month
  }

  /// Writes `YYYY-MM`.
  /// - Throws: whatever the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension DossierCode {
  /// The month of receipt that the code says; nil where it says none.
  public var month: CalendarMonth? {
    let parts = text.split(separator: "-")
    guard parts.count == 3, let number = Int(parts[1].prefix(4)) else { return nil }
    return CalendarMonth(year: 2000 + number / 100, month: number % 100)
  }
}
