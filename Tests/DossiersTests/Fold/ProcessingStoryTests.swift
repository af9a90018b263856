import Dossiers
import TestSupport
import Testing

struct ProcessingStoryTests {
  /// A dossier that a citizen brought on Monday 2 March, five working days.
  private func brought(procedure: String = "1.004884", at time: String = "2026-03-02 09:00") -> Scenario {
    var story = Scenario()
    story.received(at: time, procedure: procedure)
    return story
  }

  @Test("a dossier that the citizen brought is opened by the note, with no collection clock")
  func openedByNote() throws {
    let report = try brought(at: "2026-03-02 16:00").report(at: "2026-03-02 17:00")
    #expect(report.stage == .processing && report.items.isEmpty)
    #expect(report.deadlines.map(\.clock) == [.process])
    #expect(report.lastDay(.process) == "2026-03-09")
    #expect(report.deadline(.process)?.dueDate.due == instant("2026-03-10 00:00"))
  }

  @Test("the result ready on the last day is in time, a day later is late")
  func decided() throws {
    var inTime = brought()
    inTime.note(.resultReady, at: "2026-03-09 23:59")
    let met = try inTime.report(at: "2026-03-10 12:00")
    #expect(met.state(.process) == .met && met.stage == .decided && met.alerts.isEmpty)
    var late = brought()
    late.note(.refused, at: "2026-03-10 00:00")
    #expect(try late.report(at: "2026-03-10 12:00").alertLines == ["process breach 1 resolved"])
  }

  @Test("where no desk says that the result is ready, posting it stands for that")
  func resultPosted() throws {
    var story = brought()
    story.accept(at: "2026-03-05 09:00", office: "380000", carries: .result, destination: "381100")
    let report = try story.report(at: "2026-03-05 12:00")
    #expect(report.deadline(.process)?.met == instant("2026-03-05 09:00"))
    #expect(report.stage == .sending)
  }

  @Test("a result posted by mistake and withdrawn decides nothing")
  func resultWithdrawn() throws {
    var story = brought()
    story.accept(at: "2026-03-05 09:00", office: "380000", carries: .result, destination: "381100")
    story.scan(.cancelled, at: "2026-03-05 10:00")
    let report = try story.report(at: "2026-03-05 12:00")
    #expect(report.stage == .processing && report.state(.process) == .open)
  }

  @Test("a supplement asked for pauses, and once complete the term counts again from the start")
  func supplement() throws {
    var story = brought()
    story.note(.supplementRequested(until: nil), at: "2026-03-04 09:00")
    let waiting = try story.report(at: "2026-03-12 12:00")
    #expect(waiting.stage == .supplementing)
    #expect(waiting.state(.process) == .paused && waiting.deadline(.process)?.dueDate.due == nil)
    #expect(waiting.alerts.isEmpty)
    story.note(.supplementReceived(until: nil), at: "2026-03-13 09:00")
    let again = try story.report(at: "2026-03-13 12:00")
    #expect(again.stage == .processing)
    #expect(again.state(.process) == .cancelled)
    #expect(again.state(.process, round: 2) == .open)
    #expect(again.lastDay(.process, round: 2) == "2026-03-20")
  }

  @Test("a supplement asked for before the handover was scanned pauses from the handover on")
  func supplementAskedEarly() throws {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15")
    story.note(.supplementRequested(until: nil), at: "2026-03-03 08:50")
    story.scan(.delivered, at: "2026-03-03 09:00")
    let report = try story.report(at: "2026-03-30 12:00")
    #expect(report.stage == .supplementing)
    #expect(report.state(.process) == .paused)
  }

  @Test("a dossier whose result was delivered stays done, whatever the citizen gives up afterwards")
  func givenUpAfterDone() throws {
    var story = brought()
    story.accept(at: "2026-03-05 09:00", office: "380000", carries: .result, destination: "381100")
    story.scan(.delivered, at: "2026-03-06 09:00", office: "381100")
    story.note(.givenUp, at: "2026-03-09 09:00")
    #expect(try story.report(at: "2026-03-10 12:00").stage == .done)
  }

  @Test(
    "note and delivery of one supplement restart once, from the earlier",
    arguments: [
      ("2026-03-06 09:00", "2026-03-06 10:00"), ("2026-03-06 10:00", "2026-03-06 09:00"),
    ])
  func supplementHeardTwice(_ note: String, _ delivery: String) throws {
    var story = brought()
    story.note(.supplementRequested(until: nil), at: "2026-03-04 09:00")
    story.accept(at: "2026-03-05 09:00", carries: .supplement)
    story.note(.supplementReceived(until: nil), at: note)
    story.scan(.delivered, at: delivery)
    let report = try story.report(at: "2026-03-06 12:00")
    #expect(report.deadlines.filter { $0.clock == .process }.map(\.round) == [1, 2])
    #expect(report.deadline(.process, round: 2)?.started == instant("2026-03-06 09:00"))
  }

  @Test("a second request and a second supplement are a third round")
  func supplementTwice() throws {
    var story = brought()
    for (asked, received) in [("2026-03-03 09:00", "2026-03-04 09:00"), ("2026-03-05 09:00", "2026-03-06 09:00")] {
      story.note(.supplementRequested(until: nil), at: asked)
      story.note(.supplementReceived(until: nil), at: received)
    }
    let report = try story.report(at: "2026-03-06 12:00")
    #expect(report.deadlines.map { $0.state(at: report.now) } == [.cancelled, .cancelled, .open])
  }

  @Test("a citizen who gives up is owed nothing")
  func givenUp() throws {
    var story = brought()
    story.note(.givenUp, at: "2026-03-04 09:00")
    let report = try story.report(at: "2026-03-20 12:00")
    #expect(report.stage == .givenUp && report.state(.process) == .cancelled && report.alerts.isEmpty)
  }

  @Test(
    "a same-day dossier received after 15:00 is due on the next working day",
    arguments: [
      ("2026-03-02 14:59", "2026-03-02"), ("2026-03-02 15:00", "2026-03-02"),
      ("2026-03-02T15:00:01+07:00", "2026-03-03"), ("2026-03-06 16:00", "2026-03-09"),
      ("2026-03-07 16:00", "2026-03-09"), ("2026-02-13 15:30", "2026-02-23"),
    ])
  func sameDay(_ received: String, _ lastDay: String) throws {
    let report = try brought(procedure: "1.001193", at: received).report(at: "2026-03-10 12:00")
    #expect(report.lastDay(.process) == lastDay)
    #expect(report.deadline(.process)?.started == instant(received))
  }

  @Test(
    "the cut-off moves no other term, and plain days are counted as such",
    arguments: [
      ("1.004873", "2026-03-05"), ("1.004884", "2026-03-09"), ("2.000488", "2026-03-12"),
    ])
  func terms(_ procedure: String, _ lastDay: String) throws {
    #expect(
      try brought(procedure: procedure, at: "2026-03-02 16:00").report(at: "2026-03-02 17:00").lastDay(.process)
        == lastDay)
  }

  @Test(
    "the agency that took over may decide, its predecessor may not",
    arguments: [
      ("H18.101", "H18.201", DossierStage.decided), ("H18.101", "000.05.31.H18", .processing),
      ("000.05.31.H18", "H18.201", .decided),
    ])
  func successor(_ agency: String, _ speaker: String, _ stage: DossierStage) throws {
    var story = Scenario()
    story.received(at: "2026-03-02 09:00", agency: agency, procedure: "1.004884")
    story.note(.resultReady, at: "2026-03-05 09:00", agency: speaker)
    let report = try story.report(at: "2026-03-05 12:00")
    #expect(report.stage == stage)
    #expect(report.anomalyKinds == (stage == .decided ? [] : [.foreignNote]))
  }

  @Test("a new date moves no statutory term, and a second one is an anomaly")
  func rescheduled() throws {
    var story = brought()
    story.note(.rescheduled(promised: day("2026-03-16")), at: "2026-03-05 09:00")
    #expect(try story.report(at: "2026-03-05 12:00").anomalies.isEmpty)
    let second = story.note(.rescheduled(promised: day("2026-03-20")), at: "2026-03-13 09:00")
    let report = try story.report(at: "2026-03-13 12:00")
    #expect(report.anomalyKinds == [.rescheduledAgain] && report.anomalies[0].event.identity == second)
    #expect(report.lastDay(.process) == "2026-03-09")
  }

  @Test("a dossier whose procedure nobody named has no processing clock")
  func withoutProcedure() throws {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15", dossiers: [])
    story.received(at: "2026-03-03 09:00", item: Scenario.item)
    let report = try story.report(at: "2026-03-03 12:00")
    #expect(report.procedure == nil && report.deadline(.process) == nil && report.stage == .processing)
  }
}
