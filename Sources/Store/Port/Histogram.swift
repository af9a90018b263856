/// Counts of measured values by fixed upper bounds, with their number and sum.
public struct Histogram: Sendable, Hashable {
  /// The upper bounds, ascending; what is above the last is in a part of its own.
  public let bounds: [Double]
  /// How many values lie in each part: at most its bound, and above the one before. One more than there are bounds.
  public private(set) var counts: [Int]
  /// The sum of all values.
  public private(set) var sum = 0.0

  /// Nothing measured yet.
  public init(_ bounds: [Double]) {
    self.bounds = bounds
    counts = Array(repeating: 0, count: bounds.count + 1)
  }

  /// How many values there are.
  public var count: Int { counts.reduce(0, +) }

  /// The least bound that this share of the values does not exceed, infinite above the last; nil where there are none.
  public func bound(of share: Double) -> Double? {
    guard count > 0 else { return nil }
    let wanted = share * Double(count)
    var sum = 0
    for (bound, count) in zip(bounds, counts) {
      sum += count
      if Double(sum) >= wanted { return bound }
    }
    return .infinity
  }

  /// Adds a value.
  public mutating func add(_ value: Double) {
    counts[bounds.firstIndex { value <= $0 } ?? bounds.count] += 1
    sum += value
  }

  /// Adds the values of another; one of other bounds is left out.
  public mutating func merge(_ other: Histogram) {
    guard bounds == other.bounds else { return }
    for place in counts.indices { counts[place] += other.counts[place] }
    sum += other.sum
  }
}
