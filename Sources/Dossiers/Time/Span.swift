/// A length of time, in microseconds.
public struct Span: Sendable, Hashable, Comparable, Codable {
  /// Microseconds; may be negative.
  public let microseconds: Int64

  /// A span of `microseconds`.
  public init(microseconds: Int64) {
    self.microseconds = microseconds
  }

  /// A span of whole `seconds`, clamped to what microseconds can hold.
  public static func seconds(_ seconds: Int64) -> Span {
    let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000)
    return Span(microseconds: overflow ? (seconds > 0 ? .max : .min) : product)
  }

  /// A span of `minutes`.
  public static func minutes(_ minutes: Int64) -> Span {
    .seconds(Span.clampedProduct(minutes, 60))
  }

  /// A span of `hours`.
  public static func hours(_ hours: Int64) -> Span {
    .seconds(Span.clampedProduct(hours, 3600))
  }

  /// A span of `days` of 24 hours.
  public static func days(_ days: Int64) -> Span {
    .seconds(Span.clampedProduct(days, 86_400))
  }

  /// No time at all.
  public static let zero = Span(microseconds: 0)

  /// Whole seconds, rounded towards zero.
  public var seconds: Int64 { microseconds / 1_000_000 }

  /// Shorter spans come first.
  public static func < (lhs: Span, rhs: Span) -> Bool {
    lhs.microseconds < rhs.microseconds
  }

  /// The same length the other way.
  public static prefix func - (span: Span) -> Span {
    Span(microseconds: span.microseconds == .min ? .max : -span.microseconds)
  }

  private static func clampedProduct(_ value: Int64, _ factor: Int64) -> Int64 {
    let (product, overflow) = value.multipliedReportingOverflow(by: factor)
    return overflow ? (value > 0 ? .max : .min) : product
  }
}
