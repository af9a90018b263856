import Testing

@testable import Broker

@Suite struct LossNewsTests {
  @Test("of tries that fail alike one in ten minutes is told, and at once whatever fails otherwise")
  func news() {
    var losses = LossNews()
    let start = ContinuousClock.now
    let told = (0..<1800).count { losses.isNews("no broker answers", at: start + .seconds($0)) }
    #expect(told == 3)
    let others = [("refused", 1800), ("refused", 1860), ("no broker answers", 1860)]
    let news = others.map { losses.isNews($0.0, at: start + .seconds($0.1)) }
    #expect(news == [true, false, true])
  }
}
