import Dossiers
import TestSupport
import Testing

struct CollectionStoryTests {
  private static let named = "EA000000014VN"

  @Test("a dossier handed in on Monday and delivered on Tuesday in one district is collected in time")
  func deliveredInTime() throws {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15")
    story.scan(.departed, at: "2026-03-02 17:30", office: "381100")
    story.scan(.arrived, at: "2026-03-03 06:00")
    story.scan(.outForDelivery, at: "2026-03-03 07:45")
    story.scan(.delivered, at: "2026-03-03 09:00")
    let report = try story.report(at: "2026-03-03 12:00")
    #expect(report.stage == .processing)
    #expect(report.itemStages == [.delivered])
    #expect(report.state(.collect) == .met)
    #expect(report.deadline(.collect)?.met == instant("2026-03-03 09:00"))
    #expect(report.lastDay(.collect) == "2026-03-03")
    #expect(report.deadline(.collect)?.dueDate.due == instant("2026-03-04 00:00"))
    #expect(report.deadline(.process)?.started == instant("2026-03-03 09:00"))
    #expect(report.lastDay(.process) == "2026-03-10")
    #expect(report.alerts.isEmpty && report.anomalies.isEmpty)
  }

  @Test("a collection not delivered by midnight of its last day is breached since that midnight, and resolved late")
  func missedThenMetLate() throws {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15")
    let last = try story.report(at: "2026-03-03 23:59")
    #expect(last.state(.collect) == .open)
    #expect(last.alertLines == ["collect warning 1 firing"])
    let missed = try story.report(at: "2026-03-04 00:00")
    #expect(missed.state(.collect) == .breached)
    #expect(missed.alertLines == ["collect breach 1 firing"])
    #expect(missed.alerts[0].since == instant("2026-03-04 00:00"))
    story.scan(.delivered, at: "2026-03-05 09:00")
    let late = try story.report(at: "2026-03-05 12:00")
    #expect(late.state(.collect) == .metLate)
    #expect(late.alertLines.first == "collect breach 1 resolved")
  }

  @Test(
    "the way sets the time",
    arguments: [
      ("380000", false, "2026-03-03"), ("380000", true, "2026-03-04"), ("382500", false, "2026-03-04"),
      ("382500", true, "2026-03-06"), ("100000", false, "2026-03-06"), ("100000", true, "2026-03-12"),
      ("384050", false, "2026-03-11"), ("384050", true, "2026-03-11"),
    ])
  func routes(_ destination: String, _ slip: Bool, _ lastDay: String) throws {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15", destination: destination, slip: slip)
    #expect(try story.report(at: "2026-03-02 09:00").lastDay(.collect) == lastDay)
  }

  @Test("with the slip, collection runs until the citizen holds the slip or is told the date")
  func slip() throws {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15", slip: true)
    story.scan(.delivered, at: "2026-03-03 09:00")
    #expect(try story.report(at: "2026-03-03 10:00").state(.collect) == .open)
    var told = story
    told.note(.dateTold(promised: day("2026-03-10")), at: "2026-03-04 08:00")
    #expect(try told.report(at: "2026-03-04 09:00").state(.collect) == .met)
    story.accept(Self.named, at: "2026-03-03 14:00", office: "380000", carries: .slip, destination: "381100")
    story.scan(Self.named, .delivered, at: "2026-03-05 10:00", office: "381100")
    #expect(try story.report(at: "2026-03-05 12:00").state(.collect) == .metLate)
  }

  @Test("a failed attempt at bringing the slip tells the citizen nothing, so collection goes on")
  func slipNotDelivered() throws {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15", slip: true)
    story.scan(.delivered, at: "2026-03-03 09:00")
    story.accept(Self.named, at: "2026-03-03 14:00", office: "380000", carries: .slip, destination: "381100")
    story.scan(Self.named, .attempted, at: "2026-03-04 10:00", office: "381100", reason: .addresseeAbsent)
    #expect(try story.report(at: "2026-03-04 12:00").state(.collect) == .open)
    #expect(try story.report(at: "2026-03-05 00:00").state(.collect) == .breached)
    story.scan(Self.named, .delivered, at: "2026-03-05 10:00", office: "381100")
    let held = try story.report(at: "2026-03-05 12:00")
    #expect(held.deadline(.collect)?.met == instant("2026-03-05 10:00") && held.state(.collect) == .metLate)
  }

  @Test("a second envelope with the slip is not met by the date that was told of the first")
  func secondSlip() throws {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15", slip: true)
    story.scan(.delivered, at: "2026-03-03 09:00")
    story.note(.dateTold(promised: day("2026-03-10")), at: "2026-03-03 10:00")
    story.accept(Self.named, at: "2026-03-05 08:00", slip: true)
    let both = try story.report(at: "2026-03-05 09:00").deadlines.filter { $0.clock == .collect }
    #expect(both.map { $0.state(at: instant("2026-03-05 09:00")) } == [.open, .met])
    story.note(.dateTold(promised: day("2026-03-12")), at: "2026-03-06 10:00")
    let told = try story.report(at: "2026-03-06 12:00").deadlines.filter { $0.clock == .collect }
    #expect(told.map(\.met) == [instant("2026-03-06 10:00"), instant("2026-03-03 10:00")])
  }

  @Test("with the slip, a withdrawn envelope owes nothing, though another one's date is told later")
  func slipOfAWithdrawnEnvelope() throws {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15", slip: true)
    story.scan(.cancelled, at: "2026-03-02 09:00", office: "381100")
    story.note(.dateTold(promised: day("2026-03-20")), at: "2026-03-12 08:00")
    #expect(try story.report(at: "2026-03-13 08:00").state(.collect) == .cancelled)
  }

  @Test("a dossier without a code is reported by its item until the agency names it on receipt")
  func namedOnReceipt() throws {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15", dossiers: [])
    let anonymous = try story.report(nil, at: "2026-03-02 12:00")
    #expect(anonymous.stage == .collecting && anonymous.agency == code("H18.101"))
    #expect(anonymous.state(.collect) == .open)
    story.scan(.delivered, at: "2026-03-03 09:00")
    story.received(at: "2026-03-03 09:30", item: Scenario.item, procedure: "1.004884")
    let reports = try story.reports(at: "2026-03-03 12:00")
    #expect(reports.map { $0.dossier?.text } == [Scenario.dossier])
    #expect(reports[0].state(.collect) == .met)
    #expect(reports[0].deadline(.process)?.started == instant("2026-03-03 09:00"))
    #expect(reports[0].anomalies.isEmpty)
  }

  @Test(
    "where note and delivery tell of one receipt, the earlier counts",
    arguments: [
      ("2026-03-03 08:30", "2026-03-03 09:00"), ("2026-03-03 09:00", "2026-03-03 08:30"),
    ])
  func earlierOfNoteAndDelivery(_ note: String, _ delivery: String) throws {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15")
    story.scan(.delivered, at: delivery)
    story.received(at: note)
    #expect(try story.report(at: "2026-03-03 12:00").deadline(.process)?.started == instant("2026-03-03 08:30"))
  }

  @Test("two items of one posting lodge the dossier when both are delivered")
  func twoItems() throws {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15")
    story.accept(Self.named, at: "2026-03-02 08:16")
    story.scan(.delivered, at: "2026-03-03 09:00")
    let half = try story.report(at: "2026-03-03 10:00")
    #expect(half.stage == .collecting && half.deadline(.process) == nil)
    #expect(half.itemStages == [.accepted, .delivered])
    story.scan(Self.named, .delivered, at: "2026-03-03 11:00")
    #expect(try story.report(at: "2026-03-03 12:00").deadline(.process)?.started == instant("2026-03-03 11:00"))
  }

  @Test("one envelope with two dossiers is in both reports")
  func twoDossiers() throws {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15", dossiers: [Scenario.dossier, "H18.101-260302-0002"])
    let reports = try story.reports(at: "2026-03-05 08:00")
    #expect(reports.map(\.alertLines) == [["collect breach 1 firing"], ["collect breach 1 firing"]])
  }

  @Test("a hub's scan heard of before the acceptance belongs to it")
  func scanBeforeAcceptance() throws {
    var story = Scenario()
    story.scan(.arrived, at: "2026-03-02 08:00")
    #expect(try story.reports(at: "2026-03-02 08:10").isEmpty)
    story.accept(at: "2026-03-02 08:15")
    let report = try story.report(at: "2026-03-09 12:00")
    #expect(report.itemStages == [.inTransit])
    #expect(report.anomalies.isEmpty)
  }

  @Test("a scan that no acceptance claims is an anomaly after the configured time")
  func unclaimed() throws {
    var story = Scenario()
    story.scan(.arrived, at: "2026-03-02 08:00")
    #expect(try story.reports(at: "2026-03-05 08:00").isEmpty)
    #expect(try story.report(nil, at: "2026-03-05 08:01").anomalyKinds == [.unclaimed])
    story.accept(at: "2026-04-02 08:00")
    #expect(try story.report(at: "2026-04-02 09:00").anomalyKinds == [.unclaimed])
  }

  @Test("an item used again after a year is a new round, not a second acceptance")
  func reused() throws {
    var story = Scenario()
    story.accept(at: "2025-03-03 08:15", dossiers: ["H18.101-250303-0001"])
    story.scan(.delivered, at: "2025-03-04 09:00")
    story.accept(at: "2026-03-02 08:15")
    let report = try story.report(at: "2026-03-02 12:00")
    #expect(report.deadlines.map(\.round) == [2])
    #expect(report.anomalies.isEmpty)
    #expect(try story.report("H18.101-250303-0001", at: "2026-03-02 12:00").state(.collect) == .met)
  }

  @Test("two uses of an item without a code are two lines")
  func twoAnonymousUses() throws {
    var story = Scenario()
    story.accept(at: "2025-03-03 08:15", dossiers: [])
    story.scan(.delivered, at: "2025-03-04 09:00")
    story.accept(at: "2026-03-02 08:15", agency: "H18.107", dossiers: [])
    let reports = try story.reports(at: "2026-03-02 12:00")
    #expect(reports.map(\.agency) == [code("H18.101"), code("H18.107")])
    #expect(reports.map(\.stage) == [.processing, .collecting])
    #expect(reports.map { $0.deadlines.map(\.round) } == [[1], [2]])
  }
}
