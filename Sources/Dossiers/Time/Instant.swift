/// A point on the time line, in microseconds since 1970-01-01T00:00:00Z.
///
/// Three instants play a part and are never mixed up: when something happened (`Event.time`), when intake took it
/// (`recorded`), and `now`, which is always a parameter.
public struct Instant: Sendable, Hashable, Comparable, Codable {
  /// Microseconds since the Unix epoch.
  public let microseconds: Int64

  /// The instant `microseconds` after the Unix epoch.
  public init(microseconds: Int64) {
    self.microseconds = microseconds
  }

  /// The instant whole `seconds` after the Unix epoch; far values are clamped to the years 0000 to 9999.
  public init(seconds: Int64) {
    let clamped = min(max(seconds, -62_167_219_200), 253_402_300_799)
    microseconds = clamped * 1_000_000
  }

  /// Whole seconds since the Unix epoch, rounded down.
  public var seconds: Int64 {
    let (quotient, remainder) = microseconds.quotientAndRemainder(dividingBy: 1_000_000)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// Earlier instants come first.
  public static func < (lhs: Instant, rhs: Instant) -> Bool {
    lhs.microseconds < rhs.microseconds
  }

  /// This instant moved by `span`, clamped at the ends of what can be told.
  public func advanced(by span: Span) -> Instant {
    let (sum, overflow) = microseconds.addingReportingOverflow(span.microseconds)
    guard overflow else { return Instant(microseconds: sum) }
    return span.microseconds > 0 ? .distantFuture : .distantPast
  }

  /// The time from `other` to this instant; negative when `other` is later.
  public func since(_ other: Instant) -> Span {
    let (difference, overflow) = microseconds.subtractingReportingOverflow(other.microseconds)
    guard overflow else { return Span(microseconds: difference) }
    return Span(microseconds: microseconds > other.microseconds ? .max : .min)
  }

  /// The first instant of the year 0000.
  public static let distantPast = Instant(seconds: .min)
  /// The last second of the year 9999.
  public static let distantFuture = Instant(seconds: .max)
}
