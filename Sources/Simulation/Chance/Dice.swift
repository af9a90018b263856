/// A seeded source of chance (SplitMix64), the same on every machine and with every library.
struct Dice: Sendable {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to, but not including, 1.
  mutating func fraction() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// True in this share of throws.
  mutating func chance(_ share: Double) -> Bool {
    fraction() < share
  }

  /// One of the numbers of `range`, each as likely.
  mutating func within(_ range: ClosedRange<Int>) -> Int {
    let count = UInt64(range.upperBound - range.lowerBound) + 1
    return range.lowerBound + Int(next().multipliedFullWidth(by: count).high)
  }

  /// One of the indices of something that has `count` of them, at least one.
  mutating func index(below count: Int) -> Int {
    within(0...max(count - 1, 0))
  }
}
