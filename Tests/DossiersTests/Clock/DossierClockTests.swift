import Dossiers
import TestSupport
import Testing

struct DossierClockTests {
  /// A dossier that a citizen brought on Monday 2 March, five working days.
  private func brought() -> Scenario {
    var story = Scenario(rules: SampleRules.allClocks)
    story.received(at: "2026-03-02 09:00", procedure: "1.004884")
    return story
  }

  @Test("papers asked for within three working days of receipt are asked in time, and who asks for none owes nothing")
  func askSupplement() throws {
    var story = brought()
    #expect(try story.report(at: "2026-03-20 12:00").deadline(.askSupplement) == nil)
    var late = story
    story.note(.supplementRequested(until: nil), at: "2026-03-05 16:00")
    #expect(try story.report(at: "2026-03-06 12:00").state(.askSupplement) == .met)
    late.note(.supplementRequested(until: nil), at: "2026-03-06 08:00")
    #expect(try late.report(at: "2026-03-06 12:00").state(.askSupplement) == .metLate)
  }

  @Test("a request scanned before the handover was asked in time, and a second one is not measured")
  func askedEarly() throws {
    var story = Scenario(rules: SampleRules.allClocks)
    story.accept(at: "2026-03-02 08:15")
    story.note(.supplementRequested(until: nil), at: "2026-03-03 08:50")
    story.scan(.delivered, at: "2026-03-03 09:00")
    story.note(.supplementReceived(until: nil), at: "2026-03-05 09:00")
    story.note(.supplementRequested(until: nil), at: "2026-03-20 09:00")
    let report = try story.report(at: "2026-03-20 12:00")
    #expect(report.state(.askSupplement) == .met && report.deadline(.askSupplement, round: 2) == nil)
  }

  @Test("the citizen's time runs until the date that was set, also on a day off, and without a date not at all")
  func supplement() throws {
    var story = brought()
    var undated = story
    undated.note(.supplementRequested(until: nil), at: "2026-03-03 09:00")
    #expect(try undated.report(at: "2026-03-03 12:00").deadline(.supplement) == nil)
    story.note(.supplementRequested(until: day("2026-03-14")), at: "2026-03-03 09:00")
    let waiting = try story.report(at: "2026-03-14 23:59")
    #expect(waiting.lastDay(.supplement) == "2026-03-14" && waiting.state(.supplement) == .open)
    #expect(try story.report(at: "2026-03-15 00:00").state(.supplement) == .breached)
    story.note(.supplementReceived(until: nil), at: "2026-03-16 09:00")
    story.note(.supplementRequested(until: day("2026-03-20")), at: "2026-03-17 09:00")
    let second = try story.report(at: "2026-03-17 12:00")
    #expect(second.state(.supplement) == .metLate && second.state(.supplement, round: 2) == .open)
  }

  @Test("each consulted body has its own date, and an answer is to one letter")
  func consult() throws {
    var story = brought()
    story.note(.consulted(ref: "a", body: "H18.107", until: day("2026-03-05")), at: "2026-03-02 10:00")
    story.note(.consulted(ref: "b", body: "H18.107", until: day("2026-03-06")), at: "2026-03-03 10:00")
    story.note(.answered(ref: "b", body: nil, until: nil), at: "2026-03-04 10:00", agency: "H18.107")
    let report = try story.report(at: "2026-03-06 12:00")
    #expect(report.state(.consult) == .breached && report.state(.consult, round: 2) == .met)
    #expect(report.lastDay(.process) == "2026-03-09")
    story.note(.resultReady, at: "2026-03-09 10:00")
    #expect(try story.report(at: "2026-03-10 12:00").state(.consult) == .cancelled)
  }

  @Test("a promise runs until the day promised; the same day said again is no new one, another day is another round")
  func promise() throws {
    var story = brought()
    story.note(.dateTold(promised: day("2026-03-09")), at: "2026-03-02 10:00")
    story.note(.dateTold(promised: day("2026-03-09")), at: "2026-03-03 10:00")
    #expect(try story.report(at: "2026-03-04 12:00").deadlines.filter { $0.clock == .promise }.count == 1)
    story.note(.rescheduled(promised: day("2026-03-15")), at: "2026-03-05 10:00")
    let again = try story.report(at: "2026-03-05 12:00")
    #expect(again.state(.promise) == .cancelled && again.lastDay(.promise, round: 2) == "2026-03-15")
    story.note(.resultReady, at: "2026-03-16 10:00")
    #expect(try story.report(at: "2026-03-16 12:00").state(.promise, round: 2) == .metLate)
  }

  @Test("a result that is decided waits two working days for the post, and one first heard of when posted never waited")
  func postResult() throws {
    var story = brought()
    story.note(.resultReady, at: "2026-03-05 10:00")
    #expect(try story.report(at: "2026-03-05 12:00").lastDay(.postResult) == "2026-03-09")
    story.accept(at: "2026-03-10 08:15", office: "380000", carries: .result, destination: "381100")
    #expect(try story.report(at: "2026-03-10 12:00").state(.postResult) == .metLate)
    var posted = Scenario(rules: SampleRules.allClocks)
    posted.accept(at: "2026-03-10 08:15", office: "380000", carries: .result, destination: "381100")
    #expect(try posted.report(at: "2026-03-10 12:00").deadlines.map(\.clock) == [.move, .return])
  }

  @Test(
    "an apology a day before the due date mutes the breach's mail, not the breach",
    arguments: [("2026-03-06 09:00", false), ("2026-03-09 09:00", true)])
  func apology(_ sent: String, _ mails: Bool) throws {
    var story = brought()
    story.note(.rescheduled(promised: day("2026-03-16")), at: sent)
    let report = try story.report(at: "2026-03-10 12:00")
    #expect(report.alertLines.contains("process breach 1 firing"))
    #expect(report.deadline(.process)?.mailsBreach == mails)
  }
}
