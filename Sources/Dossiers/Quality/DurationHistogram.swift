/// How often which length of time came up, in steps of a quarter of an hour, so that it stays small and adds up.
///
/// A quantile is told less than a quarter of an hour too short, and never too long.
public struct DurationHistogram: Sendable, Hashable {
  /// The width of a step.
  public static let step = Span.minutes(15)

  private var counts: [Int64: Int] = [:]
  /// How many lengths were added.
  public private(set) var count = 0

  /// An empty histogram.
  public init() {}

  /// Adds a length; a negative one counts as none.
  public mutating func add(_ span: Span) {
    counts[max(span.microseconds, 0) / DurationHistogram.step.microseconds, default: 0] += 1
    count += 1
  }

  /// Adds all that is in `other`.
  public mutating func merge(_ other: DurationHistogram) {
    counts.merge(other.counts, uniquingKeysWith: +)
    count += other.count
  }

  /// The least length that `percent` in a hundred do not exceed (nearest rank), rounded down to a step; nil where nothing
  /// was added.
  public func quantile(percent: Int) -> Span? {
    guard count > 0 else { return nil }
    var rest = max((count * percent + 99) / 100, 1)
    for (step, count) in counts.sorted(by: { $0.key < $1.key }) {
      rest -= count
      if rest <= 0 { return Span(microseconds: step * DurationHistogram.step.microseconds) }
    }
    return nil
  }
}
