import Dossiers
import Store
import TestSupport
import Testing

@testable import Daemon

/// A mail about a dossier as the store knows it.
struct PreviewedDossierTests {
  private func known(_ story: Scenario, at now: String) throws -> PreviewedDossier {
    let report = ExplainedReport(try story.report(at: now), planner: DeadlinePlanner(rules: story.rules))
    return PreviewedDossier(
      report, alerts: [], events: story.events.map { LoggedEvent($0, recorded: $0.time) })
  }

  @Test("what stands is told; where nothing does, the deadline that is next")
  func notices() throws {
    var story = Scenario()
    story.received(at: "2026-03-02 09:00", procedure: "1.004884")
    #expect(try known(story, at: "2026-03-03 08:00").notices(at: instant("2026-03-03 08:00")).map(\.what) == [.warning])
    let late = try known(story, at: "2026-03-12 08:00").notices(at: instant("2026-03-12 08:00"))
    #expect(late.map(\.what) == [.breach] && late.first?.explained != nil)
    #expect(late.first?.since == instant("2026-03-10 00:00"))
  }

  @Test("the letter is about the processing that runs, and a dossier that was given a new date is known as such")
  func apology() throws {
    var story = Scenario()
    story.received(at: "2026-03-02 09:00", procedure: "1.004884")
    let subject = try #require(try known(story, at: "2026-03-03 08:00").apology)
    #expect(subject.clock == .process && !subject.isRescheduled && subject.lastDay == day("2026-03-09"))
    story.note(.rescheduled(promised: day("2026-03-16")), at: "2026-03-05 09:00")
    #expect(try known(story, at: "2026-03-06 08:00").apology?.isRescheduled == true)
    story.note(.resultReady, at: "2026-03-06 09:00")
    #expect(try known(story, at: "2026-03-07 08:00").apology == nil)
  }
}
