import Dossiers
import TestSupport
import Testing

/// The mark of an anomaly goes when an event that is heard later explains it, or takes back what it did not fit.
struct ExplainedMarkTests {
  private func brought() -> Scenario {
    var story = Scenario(rules: SampleRules.allClocks)
    story.received(at: "2026-03-02 09:00", procedure: "1.004884")
    return story
  }

  private func marks(_ story: Scenario, at now: String = "2026-03-20 12:00") throws -> [Anomaly.Kind] {
    try story.report(at: now).anomalyKinds
  }

  @Test("a note of a dossier that nothing had opened, once its receipt is heard of")
  func noteWithoutCase() throws {
    var story = Scenario(rules: SampleRules.allClocks)
    story.note(.resultReady, at: "2026-03-05 09:00")
    #expect(try marks(story) == [.noteWithoutCase])
    story.received(at: "2026-03-02 09:00", procedure: "1.004884")
    #expect(try marks(story).isEmpty)
    #expect(try story.report(at: "2026-03-20 12:00").state(.process) == .met)
  }

  @Test("a foreign body's answer, once it is heard that it was consulted")
  func foreignNote() throws {
    var story = brought()
    story.note(.answered(ref: "1", body: "H18.107", until: nil), at: "2026-03-05 09:00", agency: "H18.107")
    #expect(try marks(story) == [.foreignNote])
    story.note(.consulted(ref: "1", body: "H18.107", until: day("2026-03-06")), at: "2026-03-03 09:00")
    #expect(try marks(story).isEmpty)
    #expect(try story.report(at: "2026-03-20 12:00").state(.consult) == .met)
  }

  @Test("a second rescheduling, once the first is taken back")
  func rescheduledAgain() throws {
    var story = brought()
    let first = story.note(.rescheduled(promised: day("2026-03-16")), at: "2026-03-05 09:00")
    story.note(.rescheduled(promised: day("2026-03-18")), at: "2026-03-06 09:00")
    #expect(try marks(story) == [.rescheduledAgain])
    story.void(first, at: "2026-03-07 09:00")
    #expect(try marks(story).isEmpty)
  }

  @Test("a scan after the end, once the delivery is taken back")
  func afterEnd() throws {
    var story = Scenario(rules: SampleRules.allClocks)
    story.accept(at: "2026-03-02 08:15")
    let wrong = story.scan(.delivered, at: "2026-03-03 09:00", office: "381100")
    story.scan(.arrived, at: "2026-03-03 10:00")
    #expect(try marks(story) == [.afterEnd])
    story.void(wrong, at: "2026-03-04 09:00")
    let report = try story.report(at: "2026-03-04 12:00")
    #expect(report.anomalies.isEmpty && report.itemStages == [.inTransit])
  }

  @Test("a procedure that two sources name differently, once the wrong one is taken back")
  func disagrees() throws {
    var story = Scenario(rules: SampleRules.allClocks)
    story.accept(at: "2026-03-02 08:15", procedure: "1.004873")
    let wrong = story.received(at: "2026-03-03 09:00", procedure: "1.004884")
    #expect(try marks(story, at: "2026-03-04 12:00") == [.disagrees])
    story.void(wrong, at: "2026-03-04 09:00")
    #expect(try marks(story, at: "2026-03-04 12:00").isEmpty)
  }
}
