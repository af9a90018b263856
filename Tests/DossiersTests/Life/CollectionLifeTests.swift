import Dossiers
import TestSupport
import Testing

/// The ways of a dossier to its agency, with every clock watched.
struct CollectionLifeTests {
  private static let second = "EA000000014VN"
  private static let others = ["H18.101-260302-0002", "H18.101-260302-0003"]

  private func posted(dossiers: [String] = [Scenario.dossier], slip: Bool = false) -> Scenario {
    var story = Scenario(rules: SampleRules.allClocks)
    story.accept(at: "2026-03-02 08:15", dossiers: dossiers, slip: slip)
    return story
  }

  @Test("posted without a code and named on receipt, a dossier takes over the envelope's clocks")
  func namedOnReceipt() throws {
    var story = posted(dossiers: [])
    story.scan(.departed, at: "2026-03-02 17:30", office: "381100")
    story.scan(.delivered, at: "2026-03-03 09:00")
    story.received(at: "2026-03-03 09:30", item: Scenario.item, procedure: "1.004884")
    let report = try story.report(at: "2026-03-03 12:00")
    #expect(report.deadlines.map(\.clock) == [.collect, .process])
    #expect(report.state(.collect) == .met && report.lastDay(.process) == "2026-03-10")
    #expect(report.anomalies.isEmpty)
  }

  @Test("a slip brought back: collection ends with the slip in the citizen's hand, the way to the agency before")
  func slip() throws {
    var story = posted(slip: true)
    story.scan(.delivered, at: "2026-03-03 09:00")
    story.accept(Self.second, at: "2026-03-03 14:00", office: "380000", carries: .slip, destination: "381100")
    let way = try story.report(at: "2026-03-03 15:00")
    #expect(way.state(.collect) == .open && way.state(.return) == .open && way.state(.process) == .open)
    story.scan(Self.second, .delivered, at: "2026-03-04 10:00", office: "381100")
    let done = try story.report(at: "2026-03-04 12:00")
    #expect(done.state(.collect) == .met && done.state(.return) == .met && done.stage == .processing)
  }

  @Test("of three dossiers in one envelope one is given up, and the other two go on")
  func threeInOne() throws {
    var story = posted(dossiers: [Scenario.dossier] + Self.others)
    story.scan(.delivered, at: "2026-03-03 09:00")
    story.note(.givenUp, at: "2026-03-04 09:00", dossier: Self.others[0])
    let reports = try story.reports(at: "2026-03-11 00:00")
    #expect(reports.map(\.stage) == [.processing, .givenUp, .processing])
    #expect(reports.map { $0.state(.process) } == [.breached, .cancelled, .breached])
    #expect(reports.map { $0.state(.collect) } == [.met, .met, .met])
  }

  @Test("an envelope with the slip for several dossiers has one collection, met by the first date told of")
  func slipOfSeveral() throws {
    var story = posted(dossiers: [Scenario.dossier, Self.others[0]], slip: true)
    story.scan(.delivered, at: "2026-03-03 09:00")
    story.note(.dateTold(promised: day("2026-03-10")), at: "2026-03-04 08:00", dossier: Self.others[0])
    #expect(try story.reports(at: "2026-03-04 12:00").map { $0.state(.collect) } == [.met, .met])
  }

  @Test("two items of one posting: each has its collection, and the dossier is lodged with the last")
  func twoItems() throws {
    var story = posted()
    story.accept(Self.second, at: "2026-03-02 08:16")
    story.scan(.delivered, at: "2026-03-03 09:00")
    story.scan(Self.second, .delivered, at: "2026-03-05 11:00")
    let report = try story.report(at: "2026-03-05 12:00")
    let collections = report.deadlines.filter { $0.clock == .collect }
    #expect(collections.map { $0.state(at: report.now) } == [.metLate, .met])
    #expect(report.deadline(.process)?.started == instant("2026-03-05 11:00"))
  }

  @Test("two items posted at two offices, or on two days, are two postings: the dossier is lodged with the first")
  func twoPostings() throws {
    for (office, time) in [("382500", "2026-03-02 08:16"), ("381100", "2026-03-03 08:16")] {
      var story = posted()
      story.accept(Self.second, at: time, office: office)
      story.scan(.delivered, at: "2026-03-03 09:00")
      let report = try story.report(at: "2026-03-03 12:00")
      #expect(report.stage == .processing && report.deadline(.process)?.started == instant("2026-03-03 09:00"))
    }
  }

  @Test("an item used again after a year: its clocks are rounds apart, and none disturbs the other's")
  func usedAgain() throws {
    var story = Scenario(rules: SampleRules.allClocks)
    story.accept(at: "2025-03-03 08:15", dossiers: ["H18.101-250303-0001"])
    story.scan(.held, at: "2025-03-03 09:00", reason: .other)
    story.scan(.delivered, at: "2025-03-04 09:00")
    story.accept(at: "2026-03-02 08:15")
    story.scan(.held, at: "2026-03-02 09:00", reason: .other)
    let now = "2026-03-02 12:00"
    let rounds = try [story.report("H18.101-250303-0001", at: now), story.report(at: now)].map { report in
      report.deadlines.filter { $0.clock == .hold || $0.clock == .collect }.map(\.round)
    }
    #expect(rounds[0] == [1, 1] && rounds[1][0] == 2 && rounds[1][1] > 1)
    #expect(try story.reports(at: now).allSatisfy(\.anomalies.isEmpty))
  }

  @Test("accepted at two offices, the first acceptance stands, and the second one's mark goes when it is taken back")
  func twoAcceptances() throws {
    var story = posted()
    let again = story.accept(at: "2026-03-02 10:00", office: "382500")
    let both = try story.report(at: "2026-03-02 12:00")
    #expect(both.anomalyKinds == [.acceptedAgain] && both.lastDay(.collect) == "2026-03-03")
    story.void(again, at: "2026-03-02 11:00", by: "/postoffices/382500/scanners/s2")
    #expect(try story.report(at: "2026-03-02 12:00").anomalies.isEmpty)
  }

  @Test("misrouted and sent on to where it should go, it is late on the term that it had, and nothing is odd about it")
  func misrouted() throws {
    var story = posted()
    story.scan(.departed, at: "2026-03-02 17:30", office: "381100")
    story.scan(.misrouted, at: "2026-03-03 08:00", office: "384050")
    let astray = try story.report(at: "2026-03-04 00:00")
    #expect(astray.itemStages == [.inTransit] && astray.state(.collect) == .breached)
    story.scan(.arrived, at: "2026-03-04 06:00")
    story.scan(.delivered, at: "2026-03-04 09:00")
    let report = try story.report(at: "2026-03-04 12:00")
    #expect(report.state(.collect) == .metLate && report.lastDay(.collect) == "2026-03-03")
    #expect(report.stage == .processing && report.anomalies.isEmpty)
  }

  @Test("redirected and misrouted, the item is measured to its new office and its way goes on")
  func redirected() throws {
    var story = posted()
    story.scan(.misrouted, at: "2026-03-02 18:00", office: "384050")
    story.scan(.redirected, at: "2026-03-02 19:00", office: "384050", destination: "382500")
    let report = try story.report(at: "2026-03-03 12:00")
    #expect(report.itemStages == [.inTransit] && report.lastDay(.collect) == "2026-03-04")
    #expect(report.deadline(.move, round: 3)?.started == instant("2026-03-02 19:00"))
    story.scan(.delivered, at: "2026-03-04 09:00", office: "382500")
    #expect(try story.report(at: "2026-03-04 12:00").anomalies.isEmpty)
  }

  @Test("damaged, lost and found: two alerts, and the clocks run on throughout")
  func mishaps() throws {
    var story = posted()
    story.scan(.damaged, at: "2026-03-02 18:00")
    story.scan(.lost, at: "2026-03-02 19:00")
    let lost = try story.report(at: "2026-03-05 12:00")
    #expect(lost.itemStages == [.lost] && lost.state(.collect) == .breached && lost.state(.move) == .breached)
    story.scan(.arrived, at: "2026-03-06 08:00")
    story.scan(.delivered, at: "2026-03-06 09:00")
    let found = try story.report(at: "2026-03-06 12:00")
    #expect(
      found.alertLines.filter { !$0.contains("breach") && !$0.contains("warning") }
        == ["damaged 1 resolved", "lost 1 resolved"])
    #expect(found.state(.collect) == .metLate && found.itemStages == [.delivered])
  }

  @Test("'delivered' stamped minutes before 'out for delivery' is a delivery, and the late scan a marked misfit")
  func deliveredFirst() throws {
    var story = posted()
    story.scan(.delivered, at: "2026-03-03 09:00")
    story.scan(.outForDelivery, at: "2026-03-03 09:03")
    let report = try story.report(at: "2026-03-03 12:00")
    #expect(report.itemStages == [.delivered] && report.stage == .processing && report.state(.collect) == .met)
    #expect(report.anomalyKinds == [.afterEnd])
  }

  @Test("a hub's scans before the acceptance and after the delivery change no clock")
  func hubScans() throws {
    var story = posted()
    story.scan(.delivered, at: "2026-03-03 09:00")
    let without = try story.report(at: "2026-03-03 12:00")
    story.scan(.arrived, at: "2026-03-02 07:00")
    story.scan(.departed, at: "2026-03-03 11:00")
    let with = try story.report(at: "2026-03-03 12:00")
    #expect(with.deadlines == without.deadlines && with.stage == without.stage && with.anomalyKinds == [.afterEnd])
  }
}
