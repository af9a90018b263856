import Dossiers
import TestSupport
import Testing

struct PauseCauseTests {
  @Test("each pause keeps its cause, while the count takes time that several cover once")
  func causes() throws {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15")
    story.scan(.held, at: "2026-03-03 00:00", reason: .laterDeliveryAsked)
    story.scan(.departed, at: "2026-03-05 00:00")
    story.closure(from: "2026-03-04 00:00", until: "2026-03-06 00:00", .district("094"))
    let deadline = try #require(try story.report(at: "2026-03-06 09:00").deadline(.collect))
    #expect(deadline.dueDate.lastDay == day("2026-03-06"))
    #expect(deadline.pauses == [Pause(from: instant("2026-03-03 00:00"), until: instant("2026-03-06 00:00"))])
    #expect(deadline.basis?.causes.map(\.cause) == [.hold(.laterDeliveryAsked), .closure("flood")])
    #expect(deadline.basis?.causes.map(\.from) == [instant("2026-03-03 00:00"), instant("2026-03-04 00:00")])
  }

  @Test("two pauses apart from each other take their own time, and leave what lies between them counted")
  func apart() throws {
    var story = Scenario()
    story.received(at: "2026-03-02 09:00", procedure: "1.004884")
    story.closure(from: "2026-03-03 00:00", until: "2026-03-04 00:00", .district("094"))
    story.closure(from: "2026-03-06 00:00", until: "2026-03-07 00:00", .agency(code("H18.101")))
    let report = try story.report(at: "2026-03-05 12:00")
    #expect(report.state(.process) == .open && report.lastDay(.process) == "2026-03-11")
    #expect(report.deadline(.process)?.pauses.count == 2)
  }

  @Test("the agency's wait for papers and for another body are two causes, and each ends by its own word")
  func dossierCauses() throws {
    var rule = SampleRules.rule(.process, TermRule())
    rule.words.pauses.formUnion(Moments(.consulted))
    rule.words.resumes.formUnion(Moments(.answered, .supplementComplete))
    rule.words.restarts = []
    var story = Scenario(rules: SampleRules.rules(watching: [.process: rule]))
    story.received(at: "2026-03-02 09:00", procedure: "1.004884")
    story.note(.supplementRequested(until: nil), at: "2026-03-03 00:00")
    story.note(.consulted(ref: "a", body: "b", until: day("2026-03-20")), at: "2026-03-04 00:00")
    story.note(.answered(ref: "a", body: "b", until: nil), at: "2026-03-05 00:00")
    #expect(try story.report(at: "2026-03-05 12:00").state(.process) == .paused)
    story.note(.supplementReceived(until: nil), at: "2026-03-06 00:00")
    let deadline = try #require(try story.report(at: "2026-03-06 12:00").deadline(.process))
    #expect(deadline.basis?.causes.map(\.cause) == [.supplement, .consultation("a")])
    #expect(deadline.basis?.causes.map(\.until) == [instant("2026-03-06 00:00"), instant("2026-03-05 00:00")])
    #expect(deadline.dueDate.lastDay == day("2026-03-12"))
  }

  @Test("a pause that begins after the breach freezes the delay and doesn't undo the breach")
  func afterBreach() throws {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15")
    story.scan(.held, at: "2026-03-04 06:00", reason: .forceMajeure)
    let held = try story.report(at: "2026-03-10 12:00")
    let deadline = try #require(held.deadline(.collect))
    #expect(deadline.state(at: held.now) == .breached && deadline.dueDate.due == instant("2026-03-04 00:00"))
    #expect(deadline.delay(at: held.now) == .hours(6) && deadline.delay(at: instant("2026-03-03 12:00")) == .zero)
    story.scan(.arrived, at: "2026-03-11 06:00")
    story.scan(.delivered, at: "2026-03-11 09:00")
    let late = try story.report(at: "2026-03-20 12:00")
    #expect(late.state(.collect) == .metLate)
    #expect(late.deadline(.collect)?.delay(at: late.now) == .hours(9))
  }

  @Test("a pause from closing time to the next opening moves nothing, one over a holiday only what was working time")
  func noWorkingTime() throws {
    var night = Scenario()
    night.accept(at: "2026-03-02 08:15")
    night.scan(.held, at: "2026-03-02 17:00", reason: .forceMajeure)
    night.scan(.departed, at: "2026-03-03 07:30")
    #expect(try night.report(at: "2026-03-03 08:00").lastDay(.collect) == "2026-03-03")
    var holiday = Scenario()
    holiday.accept(at: "2026-02-12 08:15")
    holiday.scan(.held, at: "2026-02-13 17:00", reason: .forceMajeure)
    holiday.scan(.departed, at: "2026-02-23 07:30")
    let report = try holiday.report(at: "2026-02-23 08:00")
    #expect(report.lastDay(.collect) == "2026-02-13" && report.state(.collect) == .breached)
  }

  @Test("a pause known late is applied from its own time")
  func knownLate() throws {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15")
    story.scan(.delivered, at: "2026-03-05 09:00")
    #expect(try story.report(at: "2026-03-06 12:00").state(.collect) == .metLate)
    story.scan(.held, at: "2026-03-03 00:00", reason: .forceMajeure)
    #expect(try story.report(at: "2026-03-06 12:00").state(.collect) == .met)
  }
}
