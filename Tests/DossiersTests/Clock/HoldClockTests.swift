import Dossiers
import TestSupport
import Testing

struct HoldClockTests {
  @Test("each stay is a round of its own, from its scan to the next one")
  func rounds() throws {
    var story = Scenario(rules: SampleRules.allClocks)
    story.accept(at: "2026-03-02 08:15")
    story.scan(.held, at: "2026-03-02 18:00", reason: .paymentMissing)
    story.scan(.arrived, at: "2026-03-17 06:00")
    story.scan(.held, at: "2026-03-17 07:00", reason: .forceMajeure)
    let report = try story.report(at: "2026-03-18 12:00")
    #expect(report.lastDay(.hold) == "2026-03-16" && report.state(.hold) == .metLate)
    #expect(report.state(.hold, round: 2) == .open)
    story.scan(.delivered, at: "2026-03-19 07:00")
    #expect(try story.report(at: "2026-03-30 12:00").state(.hold, round: 2) == .met)
  }

  @Test("a declaration of damage ends no stay, a withdrawal cancels it")
  func ends() throws {
    var story = Scenario(rules: SampleRules.allClocks)
    story.accept(at: "2026-03-02 08:15")
    story.scan(.held, at: "2026-03-02 18:00", reason: .paymentMissing)
    story.scan(.damaged, at: "2026-03-03 08:00")
    #expect(try story.report(at: "2026-03-03 12:00").state(.hold) == .open)
    story.scan(.cancelled, at: "2026-03-04 08:00", office: "381100")
    #expect(try story.report(at: "2026-03-04 12:00").state(.hold) == .cancelled)
  }
}
