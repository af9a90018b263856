import Dossiers
import TestSupport
import Testing

/// What becomes of a dossier at its agency, with every clock watched.
struct ProcessingLifeTests {
  private static let second = "EA000000014VN"

  private func brought(agency: String = "H18.101") -> Scenario {
    var story = Scenario(rules: SampleRules.allClocks)
    story.received(at: "2026-03-02 09:00", agency: agency, procedure: "1.004884")
    return story
  }

  @Test("brought by the citizen, decided, posted, delivered: each party is judged by its own clock")
  func wholeLife() throws {
    var story = brought()
    story.note(.resultReady, at: "2026-03-09 16:00")
    story.accept(at: "2026-03-11 08:15", office: "380000", carries: .result, destination: "381100")
    story.scan(.delivered, at: "2026-03-13 10:00", office: "381100")
    let report = try story.report(at: "2026-03-13 12:00")
    #expect(report.stage == .done && report.deadlines.map(\.clock) == [.postResult, .process, .return])
    #expect(report.state(.process) == .met && report.state(.postResult) == .met && report.state(.return) == .metLate)
  }

  @Test("a supplement asked for and sent by post: asked in time, brought in time, and the term counts anew")
  func supplementByPost() throws {
    var story = brought()
    story.note(.supplementRequested(until: day("2026-03-13")), at: "2026-03-04 09:00")
    story.accept(Self.second, at: "2026-03-10 09:00", carries: .supplement)
    let sent = try story.report(at: "2026-03-10 12:00")
    #expect(sent.stage == .supplementing && sent.state(.collect) == .open && sent.state(.process) == .paused)
    story.scan(Self.second, .delivered, at: "2026-03-11 10:00")
    let report = try story.report(at: "2026-03-11 12:00")
    #expect(report.state(.askSupplement) == .met && report.state(.supplement) == .met)
    #expect(report.state(.process) == .cancelled && report.lastDay(.process, round: 2) == "2026-03-18")
  }

  @Test("two supplements are three rounds of the term and two of the citizen's, counted over a holiday")
  func twoSupplements() throws {
    var story = Scenario(rules: SampleRules.allClocks)
    story.received(at: "2026-04-20 09:00", procedure: "1.004884")
    story.note(.supplementRequested(until: day("2026-04-24")), at: "2026-04-21 09:00")
    story.note(.supplementReceived(until: nil), at: "2026-04-23 09:00")
    story.note(.supplementRequested(until: day("2026-04-28")), at: "2026-04-24 09:00")
    story.note(.supplementReceived(until: nil), at: "2026-04-29 09:00")
    let report = try story.report(at: "2026-04-29 12:00")
    #expect((1...3).map { report.state(.process, round: $0) } == [.cancelled, .cancelled, .open])
    #expect((1...2).map { report.state(.supplement, round: $0) } == [.met, .metLate])
    #expect(report.lastDay(.process, round: 3) == "2026-05-08")
  }

  @Test("a body consulted answers late: its clock says so, and the agency's term runs on all the while")
  func consulted() throws {
    var story = brought()
    story.note(.consulted(ref: "12/CV", body: "H18.107", until: day("2026-03-05")), at: "2026-03-03 09:00")
    story.note(.answered(ref: "12/CV", body: "H18.107", until: nil), at: "2026-03-06 09:00", agency: "H18.107")
    story.note(.resultReady, at: "2026-03-09 09:00")
    let report = try story.report(at: "2026-03-09 12:00")
    #expect(report.state(.consult) == .metLate && report.state(.process) == .met && report.anomalies.isEmpty)
  }

  @Test("a rescheduling opens the promised term, a second one is marked, and the statutory term stays")
  func rescheduled() throws {
    var story = brought()
    story.note(.rescheduled(promised: day("2026-03-16")), at: "2026-03-05 09:00")
    story.note(.rescheduled(promised: day("2026-03-20")), at: "2026-03-13 09:00")
    let report = try story.report(at: "2026-03-18 12:00")
    #expect(report.anomalyKinds == [.rescheduledAgain] && report.state(.process) == .breached)
    #expect(report.state(.promise) == .cancelled && report.lastDay(.promise, round: 2) == "2026-03-20")
    #expect(report.deadline(.process)?.mailsBreach == false)
  }

  @Test("decided while it waits for papers, a dossier's pause ends with the decision, and its due date is known")
  func decidedWhilePaused() throws {
    var story = brought()
    story.note(.supplementRequested(until: nil), at: "2026-03-04 00:00")
    #expect(try story.report(at: "2026-03-05 12:00").deadline(.process)?.dueDate.due == nil)
    story.note(.refused, at: "2026-03-06 00:00")
    let report = try story.report(at: "2026-03-06 12:00")
    #expect(report.state(.process) == .met && report.lastDay(.process) == "2026-03-11")
  }

  @Test("an apology that names the day promised before is a letter all the same, and another round")
  func sameDayAgain() throws {
    var story = brought()
    story.note(.dateTold(promised: day("2026-03-16")), at: "2026-03-02 10:00")
    story.note(.rescheduled(promised: day("2026-03-16")), at: "2026-03-05 09:00")
    let report = try story.report(at: "2026-03-05 12:00")
    #expect(report.state(.promise) == .cancelled && report.state(.promise, round: 2) == .open)
    #expect(report.lastDay(.promise, round: 2) == "2026-03-16")
  }

  @Test("a refusal inside the term ends it, and waits for the post like any decision")
  func refusal() throws {
    var story = brought()
    story.note(.refused, at: "2026-03-06 09:00")
    story.accept(at: "2026-03-09 08:15", office: "380000", carries: .refusal, destination: "381100")
    let report = try story.report(at: "2026-03-09 12:00")
    #expect(report.state(.process) == .met && report.state(.postResult) == .met && report.stage == .sending)
  }

  @Test("given up, a dossier owes nothing on any clock, and what was already missed stays a figure")
  func givenUp() throws {
    var story = brought()
    story.note(.dateTold(promised: day("2026-03-05")), at: "2026-03-02 10:00")
    story.note(.supplementRequested(until: day("2026-03-20")), at: "2026-03-04 09:00")
    story.note(.givenUp, at: "2026-03-10 09:00")
    let report = try story.report(at: "2026-03-30 12:00")
    let open = report.deadlines.filter { $0.end == nil }
    #expect(open.isEmpty && report.stage == .givenUp)
    #expect(report.alertLines == ["promise breach 1 cancelled"])
  }
}
