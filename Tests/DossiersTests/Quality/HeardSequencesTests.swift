import TestSupport
import Testing

@testable import Dossiers

struct HeardSequencesTests {
  @Test(
    "what is missing between the numbers heard, or heard of, is counted",
    arguments: [
      ([1, 2, 3], [], 0), ([1, 3], [], 1), ([5, 9], [], 3), ([3], [2, 3], 0), ([3], [1], 1), ([3], [1, 7], 5),
      ([], [4, 6], 2), ([], [], 0), ([1, 2_000], [], 0), ([7], [0], 6),
    ] as [([UInt64], [UInt64], Int)])
  func holes(_ heard: [UInt64], _ told: [UInt64], _ missing: Int) {
    var sequences = HeardSequences()
    for number in heard { sequences.hear(number) }
    for number in told { sequences.hearOf(last: number) }
    #expect(sequences.missing == missing)
  }

  @Test("the same numbers are the same set, in whatever order and parts they were heard")
  func anyOrder() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<500 {
      let numbers = (0..<Int.random(in: 0...30, using: &random)).map { _ in UInt64.random(in: 0...40, using: &random) }
      var parts = [HeardSequences(), HeardSequences()]
      for number in numbers { parts[Int.random(in: 0..<2, using: &random)].hear(number) }
      parts[0].merge(parts[1])
      let set = Set(numbers)
      #expect(parts[0].count == set.count)
      #expect(parts[0].heard.flatMap { [UInt64]($0) } == set.sorted())
      if let least = set.min(), let most = set.max() {
        #expect(parts[0].missing == Int(most - least) + 1 - set.count)
      }
    }
  }

  @Test("the greatest number that there is can be heard")
  func extremes() {
    var sequences = HeardSequences()
    for number in [.max, 0, .max - 1] as [UInt64] { sequences.hear(number) }
    #expect(sequences.count == 3 && sequences.missing == 0)
  }
}
