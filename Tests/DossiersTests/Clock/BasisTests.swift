import Dossiers
import TestSupport
import Testing

struct BasisTests {
  @Test("a deadline says what it was counted by: term, schedule, article, edition")
  func basis() throws {
    var story = Scenario(rules: SampleRules.allClocks)
    story.accept(at: "2026-03-02 08:15")
    story.scan(.delivered, at: "2026-03-03 16:00")
    let report = try story.report(at: "2026-03-03 17:00")
    let collect = try #require(report.deadline(.collect)?.basis)
    #expect(collect.term == .allowance(.workingDays(1)) && collect.agency == nil)
    #expect(collect.law == "Circular 17/2017/TT-BTTTT art. 7(2)" && collect.edition == day("2018-01-01"))
    #expect(collect.countedFrom == instant("2026-03-02 08:15") && collect.causes.isEmpty)
    let process = try #require(report.deadline(.process)?.basis)
    #expect(process.term == .allowance(.workingDays(5)) && process.agency == code("H18.101"))
    #expect(process.countedFrom == instant("2026-03-03 16:00"))
  }

  @Test("after the cut-off a same-day term counts from the next working day, though it started before")
  func countedFrom() throws {
    var story = Scenario()
    story.received(at: "2026-03-06 16:00", procedure: "1.001193")
    let deadline = try #require(try story.report(at: "2026-03-06 17:00").deadline(.process))
    #expect(deadline.started == instant("2026-03-06 16:00"))
    #expect(deadline.basis?.countedFrom == instant("2026-03-09 00:00"))
  }

  @Test("each round names the edition in force at its own start")
  func editions() throws {
    var rules = SampleRules.rules
    rules.policies = Versions(
      SampleRules.policy(editions: [
        SampleRules.edition(), SampleRules.edition(from: day("2026-03-05"), override: .workingDays(2)),
      ]))
    var story = Scenario(rules: rules)
    story.received(at: "2026-03-02 09:00", procedure: "1.004884")
    story.note(.supplementRequested(until: nil), at: "2026-03-03 09:00")
    story.note(.supplementReceived(until: nil), at: "2026-03-06 09:00")
    let report = try story.report(at: "2026-03-06 12:00")
    #expect(report.deadline(.process)?.basis?.edition == day("2018-01-01"))
    #expect(report.deadline(.process, round: 2)?.basis?.edition == day("2026-03-05"))
    #expect(report.lastDay(.process, round: 2) == "2026-03-10")
  }
}
