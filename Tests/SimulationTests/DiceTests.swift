import Dossiers
import Testing

@testable import Simulation

@Suite("seeded chance")
struct DiceTests {
  @Test("throws the known numbers of SplitMix64")
  func knownNumbers() {
    var dice = Dice(seed: 1_234_567)
    #expect(dice.next() == 6_457_827_717_110_365_317)
    #expect(dice.next() == 3_203_168_211_198_807_973)
  }

  @Test("stays within its range, and reaches both ends")
  func range() {
    var dice = Dice(seed: 5)
    let thrown = Set((0..<1000).map { _ in dice.within(-2...3) })
    #expect(thrown == Set(-2...3))
    #expect(dice.index(below: 1) == 0 && dice.index(below: 0) == 0)
  }

  @Test("draws by weight, and never what has none")
  func odds() throws {
    var dice = Dice(seed: 5)
    let odds = try #require(Odds([("often", 9.0), ("never", 0), ("seldom", 1)]))
    let drawn = (0..<10_000).map { _ in odds.draw(&dice) }
    #expect(!drawn.contains("never"))
    #expect((800...1200).contains(drawn.filter { $0 == "seldom" }.count))
    #expect(Odds([("never", 0.0)]) == nil)
  }

  @Test("numbers its items with S10's check digit, and goes on behind the last serial")
  func items() {
    let numbers = ItemNumbers(service: "R", from: 0)
    #expect(numbers.number(12_345_678).text == "RA123456785VN")
    #expect(numbers.number(8).text == "RA000000080VN")
    #expect(numbers.number(100_000_001).text == "RB000000014VN")
  }

  @Test("writes milliseconds first in an id, as ULIDs do")
  func ulid() {
    var names = EventNames(random: false, seed: 1)
    let name = names.name(at: Instant(microseconds: 1_469_918_176_385_000))
    #expect(name.hasPrefix("01ARYZ6S41"))
  }

  @Test(
    "an agenda gives things out by time, and those of one time in their order", arguments: 1...20 as ClosedRange<UInt64>
  )
  func agenda(seed: UInt64) {
    var dice = Dice(seed: seed)
    var agenda = Agenda<Int>()
    var model: [(time: Int, number: Int)] = []
    for number in 0..<500 {
      if dice.chance(0.4), let first = model.indices.min(by: { (model[$0].time, $0) < (model[$1].time, $1) }) {
        let expected = model.remove(at: first)
        let taken = agenda.next()
        #expect(taken?.element == expected.number && taken?.time.seconds == Int64(expected.time))
      } else {
        let time = dice.within(0...20)
        model.append((time, number))
        agenda.add(number, at: Instant(seconds: Int64(time)))
      }
      #expect(agenda.count == model.count)
    }
  }
}
