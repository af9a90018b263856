import Dossiers
import TestSupport
import Testing

/// What holds for every register, drawn by chance.
struct AdoptionPropertyTests {
  private typealias Sample = SampleRegister

  private static let agencies = ["H18.9", "H18.8", "000.01.31.H18", "000.02.31.H18", "H18.1"]

  private static func register(using random: inout SeededGenerator) -> ServiceRegister {
    let services = (0..<Int.random(in: 0...60, using: &random)).map { _ in
      let agreed = day("2016-06-01").adding(Int.random(in: 0..<4_000, using: &random))
      let begins = agreed.adding(Int.random(in: 0..<800, using: &random))
      let ends = begins.adding(Int.random(in: 0..<2_000, using: &random))
      let kind = Int.random(in: 0..<4, using: &random)
      return PostalService(
        agency: code(agencies[Int.random(in: 0..<agencies.count, using: &random)]),
        procedure: Sample.procedure(Int.random(in: 0..<12, using: &random)),
        survey: PostalService.Survey.allCases[kind == 3 ? 0 : Int.random(in: 0..<3, using: &random)],
        listed: Bool.random(using: &random) ? DayRange() : DayRange(nil, ends.adding(-300)),
        agreement: kind == 0 ? nil : DayRange(agreed),
        served: kind == 3 ? DayRange(begins, Bool.random(using: &random) ? ends : nil) : nil)
    }
    let targets = Agency.Level.allCases.compactMap { level -> AdoptionTarget? in
      let share = Share(parts: Int.random(in: 0...Share.whole, using: &random))
      return share.map {
        AdoptionTarget(level: level, days: DayRange(day("2017-01-01"), day("2020-12-31")), share: $0, source: "Plan")
      }
    }
    return ServiceRegister(services: services, targets: targets)
  }

  @Test("counts add up, whatever the register, and each is what a plain count of its offers says")
  func sums() {
    let seed = UInt64.random(in: 0..<UInt64.max)
    print("seed of adoption's sums: \(seed)")
    var random = SeededGenerator(seed: seed)
    for _ in 0..<400 {
      let register = Self.register(using: &random)
      let date = day("2016-01-01").adding(Int.random(in: 0..<4_300, using: &random))
      let adoption = register.adoption(on: date, in: Sample.registry)
      let whole = adoption.count()
      #expect(whole.counted == adoption.offers.count { $0.standing != .unsuitable }, "seed \(seed)")
      #expect(whole.served == adoption.offers.count { $0.standing == .served }, "seed \(seed)")
      for parts in [adoption.byLevel().map(\.count), adoption.byAgency().map(\.count)] {
        #expect(parts.reduce(0) { $0 + $1.counted } == whole.counted, "seed \(seed)")
        #expect(parts.reduce(0) { $0 + $1.served } == whole.served, "seed \(seed)")
      }
      #expect(
        Set(adoption.offers.map { "\($0.agency) \($0.procedure)" }).count == adoption.offers.count, "seed \(seed)")
    }
  }

  @Test("what is missing is the least that reaches the target, by exact fractions")
  func least() {
    let seed = UInt64.random(in: 0..<UInt64.max)
    print("seed of adoption's boundary: \(seed)")
    var random = SeededGenerator(seed: seed)
    for _ in 0..<400 {
      let register = Self.register(using: &random)
      let adoption = register.adoption(on: day("2019-06-30"), in: Sample.registry)
      for (level, count) in adoption.byLevel() {
        guard let parts = adoption.measures[level]?.target.share.parts, let missing = count.missing else {
          Issue.record("no target, seed \(seed)")
          continue
        }
        let isEnough = { (served: Int) in served * Share.whole >= parts * count.counted }
        #expect(isEnough(count.served + missing), "seed \(seed)")
        #expect(missing == 0 || !isEnough(count.served + missing - 1), "seed \(seed)")
        #expect(count.counted == 0 || (count.verdict == .reached) == isEnough(count.served), "seed \(seed)")
      }
    }
  }

  @Test("the order of the register's rows changes nothing")
  func order() {
    let seed = UInt64.random(in: 0..<UInt64.max)
    print("seed of adoption's order: \(seed)")
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let register = Self.register(using: &random)
      let other = ServiceRegister(
        services: register.services.shuffled(using: &random), targets: register.targets.shuffled(using: &random))
      let date = day("2016-01-01").adding(Int.random(in: 0..<4_300, using: &random))
      #expect(
        register.adoption(on: date, in: Sample.registry) == other.adoption(on: date, in: Sample.registry),
        "seed \(seed)")
    }
  }
}
