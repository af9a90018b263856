import Dossiers
import TestSupport
import Testing

struct MishapStoryTests {
  @Test("a lost item raises an alert that a later scan resolves")
  func lostThenFound() throws {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15")
    story.scan(.lost, at: "2026-03-02 18:00")
    let lost = try story.report(at: "2026-03-02 19:00")
    #expect(lost.itemStages == [.lost])
    #expect(lost.alertLines.contains("lost 1 firing"))
    #expect(lost.state(.collect) == .open)
    story.scan(.arrived, at: "2026-03-03 06:00")
    let found = try story.report(at: "2026-03-03 07:00")
    #expect(found.itemStages == [.inTransit])
    #expect(found.alertLines.contains("lost 1 resolved"))
    story.scan(.lost, at: "2026-03-03 08:00")
    #expect(try story.report(at: "2026-03-03 09:00").alertLines.contains("lost 2 firing"))
  }

  @Test("a damaged item goes on, and its alert stands until the end")
  func damaged() throws {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15")
    story.scan(.damaged, at: "2026-03-02 18:00")
    story.scan(.arrived, at: "2026-03-03 06:00")
    #expect(try story.report(at: "2026-03-03 07:00").alertLines.contains("damaged 1 firing"))
    story.scan(.delivered, at: "2026-03-03 09:00")
    let end = try story.report(at: "2026-03-03 10:00")
    #expect(end.alertLines == ["damaged 1 resolved"])
    #expect(end.alerts[0].since == instant("2026-03-02 18:00"))
  }

  @Test("an item withdrawn after it was lost cancels the alert")
  func lostThenCancelled() throws {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15")
    story.scan(.lost, at: "2026-03-02 18:00")
    story.scan(.cancelled, at: "2026-03-02 19:00", office: "381100")
    #expect(try story.report(at: "2026-03-02 20:00").alertLines == ["lost 1 cancelled"])
  }

  @Test("a second loss of an item in another use has its own number")
  func numberedOverUses() throws {
    var story = Scenario()
    story.accept(at: "2025-03-03 08:15", dossiers: ["H18.101-250303-0001"])
    story.scan(.lost, at: "2025-03-03 18:00")
    story.scan(.delivered, at: "2025-03-04 09:00")
    story.accept(at: "2026-03-02 08:15")
    story.scan(.lost, at: "2026-03-02 18:00")
    #expect(try story.report(at: "2026-03-02 19:00").alertLines.contains("lost 2 firing"))
    let earlier = try story.report("H18.101-250303-0001", at: "2026-03-02 19:00")
    #expect(earlier.alertLines.filter { $0.hasPrefix("lost") } == ["lost 1 resolved"])
  }
}
