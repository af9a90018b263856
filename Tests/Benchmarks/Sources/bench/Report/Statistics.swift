extension [Double] {
  /// The middle value, or nil of none.
  var median: Double? { quantile(0.5) }

  /// The smallest value that a share of all does not exceed, by nearest rank; nil of none.
  func quantile(_ share: Double) -> Double? {
    guard !isEmpty else { return nil }
    let rank = Int((share * Double(count)).rounded(.up))
    return sorted()[Swift.min(Swift.max(rank, 1), count) - 1]
  }
}
