import Dossiers
import TestSupport
import Testing

struct ReceivedSequencesTests {
  private let now = instant("2026-03-02 08:00")

  private func heard(_ numbers: [UInt64]) -> ReceivedSequences? {
    guard let first = numbers.first else { return nil }
    var received = ReceivedSequences(first)
    for number in numbers.dropFirst() { received.hear(number, at: now) }
    return received
  }

  private func missing(_ received: ReceivedSequences?) -> [[UInt64]] {
    received?.holes.map { [$0.first, $0.last] } ?? []
  }

  @Test("numbers in a row leave no hole, in whatever order and however often they come")
  func row() {
    #expect(missing(heard([1, 2, 3, 4])).isEmpty)
    #expect(missing(heard([4, 2, 3, 1, 1, 4])).isEmpty)
  }

  @Test("a number that was passed over is missing until it comes")
  func hole() {
    var received = ReceivedSequences(10)
    received.hear(13, at: now)
    #expect(missing(received) == [[11, 12]])
    received.hear(12, at: now.advanced(by: .hours(1)))
    #expect(missing(received) == [[11, 11]] && received.holes.first?.since == now)
    received.hear(11, at: now)
    #expect(received.holes.isEmpty)
  }

  @Test("what a device says it told last is missing until it comes")
  func alive() {
    var received = ReceivedSequences(10)
    received.hearOf(last: 12, at: now)
    #expect(missing(received) == [[11, 12]])
    received.hearOf(last: 12, at: now)
    received.hear(11, at: now)
    received.hear(12, at: now)
    #expect(received.holes.isEmpty && received.last == 12)
  }

  @Test("a counter that begins anew, or jumps far, leaves no hole")
  func restart() {
    #expect(missing(heard([5000, 5001, 1, 2, 3])).isEmpty)
    #expect(missing(heard([1, 2, 500_000])).isEmpty)
    #expect(missing(heard([.max, 1, .max])).isEmpty)
  }

  @Test("the order of arrival changes nothing about what is missing", arguments: 0..<500 as Range<UInt64>)
  func order(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let told = (1...60 as ClosedRange<UInt64>).filter { _ in Int.random(in: 0..<4, using: &random) > 0 }
    let shuffled = told.shuffled(using: &random)
    #expect(missing(heard(told)) == missing(heard(shuffled)), "seed \(seed)")
    #expect(
      missing(heard(told)).flatMap { Array($0[0]...$0[1]) }
        == (told[0]...(told.last ?? 0)).filter { !told.contains($0) })
  }
}
