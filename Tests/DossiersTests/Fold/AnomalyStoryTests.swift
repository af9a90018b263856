import Dossiers
import TestSupport
import Testing

struct AnomalyStoryTests {
  @Test("a second acceptance before the end is an anomaly, and the first stands")
  func acceptedAgain() throws {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15")
    let again = story.accept(at: "2026-03-02 09:15", destination: "382500")
    let report = try story.report(at: "2026-03-02 12:00")
    #expect(report.anomalyKinds == [.acceptedAgain])
    #expect(report.anomalies[0].event.identity == again && report.anomalies[0].item == code(Scenario.item))
    #expect(report.lastDay(.collect) == "2026-03-03")
  }

  @Test("voiding the first acceptance lets the second stand")
  func firstAcceptanceVoided() throws {
    var story = Scenario()
    let wrong = story.accept(at: "2026-03-02 08:15")
    story.accept(at: "2026-03-02 09:15", destination: "382500")
    story.void(wrong, at: "2026-03-02 09:20")
    let report = try story.report(at: "2026-03-02 12:00")
    #expect(report.anomalies.isEmpty)
    #expect(report.lastDay(.collect) == "2026-03-04")
  }

  @Test("a scan after the end is an anomaly and changes nothing")
  func afterEnd() throws {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15")
    story.scan(.delivered, at: "2026-03-03 09:00")
    story.scan(.arrived, at: "2026-03-03 09:30")
    let report = try story.report(at: "2026-03-03 12:00")
    #expect(report.anomalyKinds == [.afterEnd])
    #expect(report.itemStages == [.delivered])
  }

  @Test("at one instant the milestones decide: out for delivery comes before delivered")
  func tieBrokenByMilestone() throws {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15")
    story.scan(.delivered, at: "2026-03-03 09:00")
    story.scan(.outForDelivery, at: "2026-03-03 09:00")
    #expect(try story.report(at: "2026-03-03 12:00").anomalies.isEmpty)
  }

  @Test("a delivery at an office that is neither destination nor sender is an anomaly that counts as delivery")
  func deliveredElsewhere() throws {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15")
    story.scan(.delivered, at: "2026-03-03 09:00", office: "382500")
    let report = try story.report(at: "2026-03-03 12:00")
    #expect(report.anomalyKinds == [.deliveredElsewhere])
    #expect(report.state(.collect) == .met)
  }

  @Test("the accepting office may withdraw an item, another one's word disagrees")
  func cancelled() throws {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15")
    story.scan(.cancelled, at: "2026-03-02 09:00")
    let other = try story.report(at: "2026-03-02 12:00")
    #expect(other.anomalyKinds == [.disagrees] && other.state(.collect) == .open)
    story.scan(.cancelled, at: "2026-03-02 10:00", office: "381100")
    let own = try story.report(at: "2026-03-09 12:00")
    #expect(own.state(.collect) == .cancelled && own.itemStages == [.cancelled])
    #expect(own.alerts.isEmpty)
  }

  @Test(
    "a shipment reaches 120 days after its acceptance and 30 days before it, and no further",
    arguments: [
      ("2026-06-30 08:15", []), ("2026-06-30 08:16", [Anomaly.Kind.unclaimed]), ("2026-01-31 08:15", []),
      ("2026-01-31 08:14", [.unclaimed]),
    ])
  func reach(_ scanned: String, _ kinds: [Anomaly.Kind]) throws {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15")
    story.scan(.arrived, at: scanned)
    #expect(try story.report(at: "2026-07-10 12:00").anomalyKinds == kinds)
  }

  @Test("two sources that name different procedures disagree, and the first stands")
  func procedures() throws {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15", procedure: "1.004884")
    story.received(at: "2026-03-03 09:00", procedure: "1.004873")
    let report = try story.report(at: "2026-03-03 12:00")
    #expect(report.anomalyKinds == [.disagrees])
    #expect(report.procedure == code("1.004884"))
  }

  @Test(
    "papers of one dossier from two agencies disagree, unless one took over from the other",
    arguments: [
      ("H18.107", [Anomaly.Kind.disagrees]), ("000.05.31.H18", []), ("H18.201", []),
    ])
  func agencies(_ agency: String, _ kinds: [Anomaly.Kind]) throws {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15")
    story.accept(
      "EA000000014VN", at: "2026-03-06 08:15", office: "380000", carries: .result, agency: agency,
      destination: "381100")
    #expect(try story.report(at: "2026-03-06 12:00").anomalyKinds == kinds)
  }

  @Test("a note on an envelope that names other dossiers disagrees")
  func namesAnotherDossier() throws {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15")
    story.received("H18.101-260302-0002", at: "2026-03-03 09:00", item: Scenario.item, procedure: "1.004884")
    #expect(try story.report(at: "2026-03-03 12:00").anomalyKinds == [.disagrees])
  }

  @Test("a note of an agency without a say changes nothing")
  func foreignNote() throws {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15")
    story.scan(.delivered, at: "2026-03-03 09:00")
    story.note(.resultReady, at: "2026-03-04 09:00", agency: "H18.107")
    let report = try story.report(at: "2026-03-04 12:00")
    #expect(report.anomalyKinds == [.foreignNote])
    #expect(report.stage == .processing)
  }

  @Test("a foreign note is one anomaly, of the dossier where the envelope carries it, of the item where it does not")
  func foreignReceipt() throws {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15")
    story.received(at: "2026-03-03 09:00", agency: "H18.107", item: Scenario.item)
    #expect(try story.report(at: "2026-03-03 12:00").anomalies.map(\.item) == [nil])
    var unnamed = Scenario()
    unnamed.accept(at: "2026-03-02 08:15", dossiers: [])
    unnamed.received(at: "2026-03-03 09:00", agency: "H18.107", item: Scenario.item)
    let report = try unnamed.report(nil, at: "2026-03-03 12:00")
    #expect(report.anomalyKinds == [.foreignNote] && report.anomalies[0].item == code(Scenario.item))
  }

  @Test("a consulted body may answer, but not decide")
  func consultedBody() throws {
    var story = Scenario()
    story.received(at: "2026-03-02 09:00", procedure: "1.004884")
    story.note(
      .answered(ref: "c", body: "H18.107", until: day("2026-03-06")), at: "2026-03-02 10:00", agency: "H18.107")
    story.note(.consulted(ref: "c", body: "H18.107", until: day("2026-03-06")), at: "2026-03-03 09:00")
    story.note(
      .answered(ref: "c", body: "H18.107", until: day("2026-03-06")), at: "2026-03-04 09:00", agency: "H18.107")
    story.note(.resultReady, at: "2026-03-04 10:00", agency: "H18.107")
    let report = try story.report(at: "2026-03-04 12:00")
    #expect(report.stage == .processing)
    #expect(report.anomalyKinds.first == .foreignNote)
  }

  @Test("a note of a dossier that nothing has opened is an anomaly without a stage")
  func noteWithoutCase() throws {
    var story = Scenario()
    story.note(.resultReady, at: "2026-03-04 09:00")
    let report = try story.report(at: "2026-03-04 12:00")
    #expect(report.anomalyKinds == [.noteWithoutCase])
    #expect(report.stage == nil && report.agency == nil && report.deadlines.isEmpty)
  }

  @Test("a foreign receipt before the acceptance opens nothing, and the dossier is the agency's that it was posted to")
  func foreignReceiptFirst() throws {
    var story = Scenario()
    story.received(at: "2026-03-01 09:00", agency: "H18.107", procedure: "1.004873")
    #expect(try story.report(at: "2026-03-01 12:00").agency == code("H18.107"))
    story.accept(at: "2026-03-02 08:15")
    let report = try story.report(at: "2026-03-02 12:00")
    #expect(report.agency == code("H18.101") && report.procedure == code("1.004884"))
    #expect(report.stage == .collecting && report.anomalyKinds == [.foreignNote])
  }

  @Test("a dossier received by the agency that gave its code stays there, whoever its result is said to come from")
  func wrongAgencyOnTheResult() throws {
    var story = Scenario()
    story.received(at: "2026-03-02 09:00", procedure: "1.004884")
    story.accept(at: "2026-03-06 08:15", office: "380000", carries: .result, agency: "H18.107", destination: "381100")
    let report = try story.report(at: "2026-03-06 12:00")
    #expect(report.agency == code("H18.101") && report.anomalyKinds == [.disagrees])
    #expect(report.state(.process) == .met)
  }
}
