import Dossiers
import Foundation
import TestSupport
import Testing

struct ReportEncodingTests {
  @Test("a report is written with exactly these members, and null where there is nothing to say")
  func members() throws {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15")
    story.accept(at: "2026-03-02 09:15")
    story.scan(.lost, at: "2026-03-02 10:00")
    story.closure(from: "2026-03-03 00:00", until: nil, .district("094"))
    let written = try json(story.report(at: "2026-03-02 12:00"))
    #expect(
      written == """
        {"agency":"H18.101","alerts":[{"clock":null,"item":"EA123456785VN","kind":"lost","round":1,\
        "since":"2026-03-02T10:00:00+07:00","state":"firing"}],\
        "anomalies":[{"event":{"id":"e2","source":"/postoffices/381100/scanners/s1"},"item":"EA123456785VN",\
        "kind":"accepted-again"}],"deadlines":[{"clock":"collect","due":null,"item":"EA123456785VN","last_day":null,\
        "met":null,"round":1,"started":"2026-03-02T08:15:00+07:00","state":"paused","warn":null}],\
        "dossier":"H18.101-260302-0001","items":[{"carries":"dossier","item":"EA123456785VN","stage":"lost"}],\
        "procedure":"1.004884","stage":"collecting"}
        """)
  }

  @Test("due instants, last days and ends are written in Vietnam's time")
  func instants() throws {
    var story = Scenario()
    story.received(at: "2026-03-02T09:00:00Z", procedure: "1.004884")
    story.note(.resultReady, at: "2026-03-09 17:00")
    let written = try json(story.report(at: "2026-03-10 12:00"))
    #expect(
      written.contains(
        """
        "deadlines":[{"clock":"process","due":"2026-03-10T00:00:00+07:00","item":null,"last_day":"2026-03-09",\
        "met":"2026-03-09T17:00:00+07:00","round":1,"started":"2026-03-02T16:00:00+07:00","state":"met",\
        "warn":"2026-03-05T07:30:00+07:00"}]
        """))
  }

  @Test("a report on what nothing has opened has null for agency, procedure and stage")
  func nothingOpened() throws {
    var story = Scenario()
    story.note(.resultReady, at: "2026-03-04 09:00")
    #expect(
      try json(story.report(at: "2026-03-04 12:00")) == """
        {"agency":null,"alerts":[],"anomalies":[{"event":{"id":"e1","source":"/agencies/H18.101/desks/d1"},\
        "item":null,"kind":"note-without-case"}],"deadlines":[],"dossier":"H18.101-260302-0001","items":[],\
        "procedure":null,"stage":null}
        """)
  }

  @Test("an item without a dossier is written with null for its dossier")
  func anonymous() throws {
    var story = Scenario()
    story.scan(.arrived, at: "2026-03-02 08:00")
    let written = try json(story.report(nil, at: "2026-03-09 12:00"))
    #expect(written.contains("\"dossier\":null") && written.contains("\"kind\":\"unclaimed\""))
  }

  @Test("names that outsiders see are those of the contract")
  func names() {
    #expect(
      ShipmentStage.allCases.map(\.name) == [
        "accepted", "in-transit", "held", "out-for-delivery", "attempted", "returning", "delivered", "returned", "lost",
        "cancelled",
      ])
    #expect(
      DossierStage.allCases.map(\.rawValue) == [
        "collecting", "processing", "supplementing", "decided", "sending", "done", "back-at-agency", "given-up",
      ])
    #expect(
      Deadline.State.allCases.map(\.rawValue) == ["open", "paused", "met", "met-late", "breached", "cancelled"])
  }

  private func json(_ report: CaseReport) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(report), as: UTF8.self)
  }
}
