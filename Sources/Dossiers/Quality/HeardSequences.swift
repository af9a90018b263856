/// Which numbers of a scanner's counter were heard in a period, as a set: in whatever order they came, what is missing
/// is the same.
public struct HeardSequences: Sendable, Hashable {
  /// The numbers heard, as ranges that neither overlap nor touch, in order.
  private(set) var heard: [ClosedRange<UInt64>] = []
  /// The least and the greatest number that the scanner said was its last.
  private(set) var told: ClosedRange<UInt64>?

  init() {}

  /// Takes the number of an event.
  mutating func hear(_ number: UInt64) { insert(number...number) }

  /// Takes it from the scanner that its last event had this number; 0 for none.
  mutating func hearOf(last number: UInt64) { widen(number...number) }

  mutating func merge(_ other: HeardSequences) {
    for range in other.heard { insert(range) }
    if let told = other.told { widen(told) }
  }

  /// How many numbers were heard.
  var count: Int { heard.reduce(0) { $0 + Int(clamping: $1.upperBound - $1.lowerBound) + 1 } }

  /// How many numbers are missing between those heard, or heard of. A jump by more than
  /// ``ReceivedSequences/longestHole`` is no hole but another counter.
  var missing: Int {
    var last = told?.lowerBound ?? heard.first?.lowerBound
    var missing = 0
    for range in heard {
      if let last, last < range.lowerBound { missing += hole(behind: last, upTo: range.lowerBound - 1) }
      last = max(last ?? range.upperBound, range.upperBound)
    }
    if let last, let told, last < told.upperBound { missing += hole(behind: last, upTo: told.upperBound) }
    return missing
  }

  private func hole(behind last: UInt64, upTo number: UInt64) -> Int {
    let length = number - last
    return length <= ReceivedSequences.longestHole ? Int(length) : 0
  }

  private mutating func widen(_ range: ClosedRange<UInt64>) {
    told = told.map { min($0.lowerBound, range.lowerBound)...max($0.upperBound, range.upperBound) } ?? range
  }

  private mutating func insert(_ range: ClosedRange<UInt64>) {
    // The first range that ends no sooner than just before the new one begins.
    var low = 0
    var high = heard.count
    while low < high {
      let middle = (low + high) / 2
      let touches = heard[middle].upperBound >= range.lowerBound || heard[middle].upperBound + 1 == range.lowerBound
      if touches { high = middle } else { low = middle + 1 }
    }
    var joined = range
    var end = low
    while end < heard.count,
      heard[end].lowerBound <= joined.upperBound || heard[end].lowerBound - 1 == joined.upperBound
    {
      joined = min(joined.lowerBound, heard[end].lowerBound)...max(joined.upperBound, heard[end].upperBound)
      end += 1
    }
    heard.replaceSubrange(low..<end, with: [joined])
  }
}
