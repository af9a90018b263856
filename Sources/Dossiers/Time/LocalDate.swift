/// A calendar day in Asia/Ho_Chi_Minh, which is UTC+7 all the year round.
public struct LocalDate: Sendable, Hashable, Comparable {
  /// Days since 1970-01-01.
  public let day: Int32

  /// The day `day` days after 1970-01-01, kept within the years 0000 to 9999.
  public init(day: Int) {
    self.day = Int32(min(max(day, -719_528), 2_932_896))
  }

  /// 9999-12-31.
  static var last: LocalDate { LocalDate(day: .max) }

  /// The day with these numbers in the Gregorian calendar, or nil where there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (0...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= LocalDate.length(ofMonth: month, in: year)
    else { return nil }
    // Counting from 1 March puts the leap day at the end of the year, so that one formula serves all months.
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(day: era * 146_097 + dayOfEra - 719_468)
  }

  /// The day that `instant` falls on in Vietnam.
  public init(_ instant: Instant) {
    let local = instant.seconds + LocalDate.offset
    let (quotient, remainder) = local.quotientAndRemainder(dividingBy: 86_400)
    self.init(day: Int(remainder < 0 ? quotient - 1 : quotient))
  }

  /// 00:00 of this day in Vietnam.
  public var start: Instant { at(secondOfDay: 0) }

  /// 24:00 of this day in Vietnam, which is 00:00 of the next.
  public var end: Instant { at(secondOfDay: 86_400) }

  /// The last instant of this day in Vietnam, a microsecond before its end.
  public var lastInstant: Instant { end.advanced(by: Span(microseconds: -1)) }

  /// The instant `secondOfDay` seconds after this day's midnight in Vietnam.
  public func at(secondOfDay: Int) -> Instant {
    Instant(seconds: Int64(day) * 86_400 + Int64(secondOfDay) - LocalDate.offset)
  }

  /// The day `days` later, or earlier where negative.
  public func adding(_ days: Int) -> LocalDate {
    LocalDate(day: Int(day) + min(max(days, -10_000_000), 10_000_000))
  }

  /// Monday is 0, Sunday 6.
  public var weekday: Int {
    // 1970-01-01 was a Thursday.
    let remainder = (Int(day) + 3) % 7
    return remainder < 0 ? remainder + 7 : remainder
  }

  /// Year, month and day of the month.
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = Int(day) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// Earlier days come first.
  public static func < (lhs: LocalDate, rhs: LocalDate) -> Bool { lhs.day < rhs.day }

  /// Seconds that local time is ahead of UTC.
  public static let offset: Int64 = 7 * 3600

  /// How many days `month` has in `year`.
  static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension LocalDate: CustomStringConvertible, LosslessStringConvertible, Codable {
  /// The day as `YYYY-MM-DD`.
  public var description: String {
    let (year, month, day) = components
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// The day that `text` names as `YYYY-MM-DD`, or nil.
  public init?(_ text: String) {
    var text = text
    guard let date = text.withUTF8({ LocalDate(utf8: $0) }) else { return nil }
    self = date
  }

  init?(utf8 bytes: UTF8Bytes) {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = bytes.number(from: 0, 4), let month = bytes.number(from: 5, 2), let day = bytes.number(from: 8, 2)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Reads `YYYY-MM-DD`.
  /// - Throws: `DecodingError` where the text is no day.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let date = LocalDate(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)' is no day as YYYY-MM-DD")
    }
    self = date
  }

  /// Writes `YYYY-MM-DD`.
  /// - Throws: whatever the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
