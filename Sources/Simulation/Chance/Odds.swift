/// Values of which some come up more often than others.
struct Odds<Value: Sendable>: Sendable {
  private let values: [Value]
  private let sums: [Double]
  private let total: Double

  /// Odds of these values, or nil where there is none with a weight above 0.
  init?(_ weighted: [(value: Value, weight: Double)]) {
    let possible = weighted.filter { $0.weight > 0 }
    guard !possible.isEmpty else { return nil }
    values = possible.map(\.value)
    var sum = 0.0
    sums = possible.map {
      sum += $0.weight
      return sum
    }
    total = sum
  }

  /// Draws one.
  func draw(_ dice: inout Dice) -> Value {
    let mark = dice.fraction() * total
    var low = 0
    var high = values.count - 1
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] > mark { high = middle } else { low = middle + 1 }
    }
    return values[low]
  }
}
