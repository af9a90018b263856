import Dossiers
import TestSupport
import Testing

struct TermTests {
  private func report(_ clock: ClockKind, _ term: TermRule, at now: String, _ tell: (inout Scenario) -> Void) throws
    -> CaseReport
  {
    var story = Scenario(rules: SampleRules.rules(watching: [clock: SampleRules.rule(clock, term)]))
    tell(&story)
    return try story.report(at: now)
  }

  @Test(
    "an exception counts where all that it asks for is so, and the first that fits",
    arguments: [
      (TermRule.Exception(procedure: code("1.004884"), term: .workingDays(7)), "2026-03-11"),
      (TermRule.Exception(procedure: code("1.004873"), term: .workingDays(7)), "2026-03-03"),
      (TermRule.Exception(agency: code("H18.101"), term: .workingDays(7)), "2026-03-11"),
      (TermRule.Exception(agency: code("H18.107"), term: .workingDays(7)), "2026-03-03"),
      (TermRule.Exception(papers: .dossier, term: .workingDays(7)), "2026-03-11"),
      (TermRule.Exception(papers: .supplement, term: .workingDays(7)), "2026-03-03"),
      (TermRule.Exception(route: .sameDistrict, term: .workingDays(7)), "2026-03-11"),
      (TermRule.Exception(papers: .dossier, route: .remote, term: .workingDays(7)), "2026-03-03"),
    ])
  func exceptions(_ exception: TermRule.Exception, _ lastDay: String) throws {
    let late = TermRule.Exception(agency: code("H18.101"), papers: .slip, term: .workingDays(9))
    let term = TermRule(plain: [.sameDistrict: .workingDays(1)], exceptions: [exception, late])
    let report = try report(.collect, term, at: "2026-03-02 12:00") { $0.accept(at: "2026-03-02 08:15") }
    #expect(report.lastDay(.collect) == lastDay)
  }

  @Test("an override stands in for exceptions, too, and an exception for the procedure's term")
  func override() throws {
    let exception = TermRule.Exception(procedure: code("1.004884"), term: .workingDays(7), law: "art. 1")
    for (override, lastDay) in [(nil, "2026-03-11"), (Allowance.workingDays(2), "2026-03-04")] {
      let report = try report(.process, TermRule(exceptions: [exception], override: override), at: "2026-03-02 12:00") {
        $0.received(at: "2026-03-02 09:00", procedure: "1.004884")
      }
      #expect(report.lastDay(.process) == lastDay)
      #expect(report.deadline(.process)?.basis?.law == (override == nil ? "art. 1" : nil))
    }
  }

  @Test("where no date was given, a clock until a given date takes the usual term")
  func withoutDate() throws {
    let term = TermRule(usual: .workingDays(5), untilGivenDate: true)
    for (until, lastDay) in [(nil, "2026-03-10"), (day("2026-03-31"), "2026-03-31")] {
      let report = try report(.supplement, term, at: "2026-03-03 12:00") {
        $0.received(at: "2026-03-02 09:00", procedure: "1.004884")
        $0.note(.supplementRequested(until: until), at: "2026-03-03 09:00")
      }
      #expect(report.lastDay(.supplement) == lastDay)
    }
  }

  @Test("a date that was given is moved by no night, but by the working days that a pause covers")
  func pausedDate() throws {
    var rule = SampleRules.rule(.supplement, TermRule(untilGivenDate: true))
    rule.words.pauses = Moments(.closed)
    rule.words.resumes = Moments(.reopened)
    var story = Scenario(rules: SampleRules.rules(watching: [.supplement: rule]))
    story.received(at: "2026-03-02 09:00", procedure: "1.004884")
    story.note(.supplementRequested(until: day("2026-03-10")), at: "2026-03-03 09:00")
    story.closure(from: "2026-03-05 00:00", until: "2026-03-06 00:00", .agency(code("H18.101")))
    #expect(try story.report(at: "2026-03-06 12:00").lastDay(.supplement) == "2026-03-11")
  }

  @Test("a clock that the policy mails nobody of is missed like any other, without a mail")
  func unmailed() throws {
    var rule = SampleRules.rule(.move, TermRule(usual: .workingDays(5)))
    rule.mails = false
    var story = Scenario(rules: SampleRules.rules(watching: [.move: rule]))
    story.accept(at: "2026-03-02 08:15")
    let report = try story.report(at: "2026-03-10 12:00")
    #expect(report.state(.move) == .breached && report.alertLines.contains("move breach 1 firing"))
    #expect(report.deadline(.move)?.mailsBreach == false && report.deadline(.move)?.mailsWarning == false)
    #expect(report.deadline(.collect)?.mailsBreach == true)
  }
}
