import Dossiers
import TestSupport
import Testing

@testable import Daemon

@Suite struct LossNewsTests {
  @Test("of tries that fail alike one in ten minutes is told, and at once whatever fails otherwise")
  func news() {
    var losses = LossNews()
    let start = instant("2026-03-02 08:00")
    let told = (0..<1800).count { losses.isNews("no broker answers", at: start.advanced(by: .seconds(Int64($0)))) }
    #expect(told == 3)
    let others = [("refused", "08:30"), ("refused", "08:31"), ("no broker answers", "08:31")]
    let news = others.map { losses.isNews($0.0, at: instant("2026-03-02 \($0.1)")) }
    #expect(news == [true, false, true])
  }
}
