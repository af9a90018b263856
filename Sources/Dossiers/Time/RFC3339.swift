extension Instant {
  /// The instant that `text` names in the profile of RFC 3339 (an offset is required), or nil.
  ///
  /// Fractions finer than a microsecond are cut. A leap second (`:60`, at 23:59 UTC only) is taken as the following
  /// second, as POSIX time has no name for it. The instant lies between the first of the year 0000 (UTC) and the last
  /// of 9999 (Vietnam).
  public init?(rfc3339 text: String) {
    var text = text
    guard let instant = text.withUTF8({ Instant(rfc3339: $0) }) else { return nil }
    self = instant
  }

  /// The instant that these bytes name in the profile of RFC 3339, or nil.
  init?(rfc3339 bytes: UTF8Bytes) {
    guard (20...64).contains(bytes.count), let date = LocalDate(utf8: bytes.part(from: 0, to: 10)),
      bytes[10] | 0x20 == UInt8(ascii: "t"), bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let hour = bytes.number(from: 11, 2), let minute = bytes.number(from: 14, 2),
      let second = bytes.number(from: 17, 2), hour < 24, minute < 60, second <= 60,
      let (fraction, zone) = Instant.fraction(bytes.part(from: 19, to: bytes.count)),
      let offset = Instant.offset(zone)
    else { return nil }

    let minutes = Int64(date.day) * 1440 + Int64(hour * 60 + minute - offset)
    let lastMinuteOfDay: Int64 = 1439
    guard second < 60 || (minutes % 1440 + 1440) % 1440 == lastMinuteOfDay else { return nil }
    self.init(microseconds: (minutes * 60 + Int64(second)) * 1_000_000 + fraction)
    guard self >= .distantPast, self < LocalDate.last.end else { return nil }
  }

  /// The microseconds of a fraction, where there is one, and what follows it; nil for a point without digits.
  private static func fraction(_ bytes: UTF8Bytes) -> (microseconds: Int64, zone: UTF8Bytes)? {
    guard bytes.first == UInt8(ascii: ".") else { return (0, bytes) }
    var position = 1
    var microseconds: Int64 = 0
    var weight: Int64 = 100_000
    while position < bytes.count, bytes[position].isDigit {
      microseconds += Int64(bytes[position] - 48) * weight
      weight /= 10
      position += 1
    }
    return position == 1 ? nil : (microseconds, bytes.part(from: position, to: bytes.count))
  }

  /// The minutes that a zone (`Z`, `+07:00`) is ahead of UTC, or nil.
  private static func offset(_ zone: UTF8Bytes) -> Int? {
    guard let sign = zone.first else { return nil }
    if zone.count == 1 { return sign | 0x20 == UInt8(ascii: "z") ? 0 : nil }
    guard zone.count == 6, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), zone[3] == UInt8(ascii: ":"),
      let hours = zone.number(from: 1, 2), let minutes = zone.number(from: 4, 2), hours < 24, minutes < 60
    else { return nil }
    return (hours * 60 + minutes) * (sign == UInt8(ascii: "-") ? -1 : 1)
  }

  /// This instant in Vietnam's time to the second, as `2026-03-02T08:15:30+07:00`.
  public var rfc3339: String {
    let date = LocalDate(self)
    return "\(date)T\(clockTime)+07:00"
  }

  /// This instant in Vietnam's time with its microseconds, where they are not zero: `2026-03-02T08:15:30.250000+07:00`.
  public var exactRFC3339: String {
    let rest = microseconds - seconds * 1_000_000
    guard rest != 0 else { return rfc3339 }
    return "\(LocalDate(self))T\(clockTime).\(padded(Int(rest), 6))+07:00"
  }

  /// The time of day in Vietnam as `08:15:30`.
  public var clockTime: String {
    let ofDay = secondOfDay
    return "\(padded(ofDay / 3600, 2)):\(padded(ofDay / 60 % 60, 2)):\(padded(ofDay % 60, 2))"
  }

  /// Seconds since midnight in Vietnam.
  public var secondOfDay: Int {
    let remainder = (seconds + LocalDate.offset) % 86_400
    return Int(remainder < 0 ? remainder + 86_400 : remainder)
  }
}
