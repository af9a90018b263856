import Dossiers
import TestSupport
import Testing

@Suite("timely: each part by its own clock")
struct TimelyTests {
  /// From Tuấn Giáo to Điện Biên Phủ, within the province: two working days.
  private func collected(at delivered: String) -> Scenario {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15", office: "382500")
    story.scan(.delivered, at: delivered)
    return story
  }

  @Test(
    "the law's score is 2 earlier than the last day, 1 on it, 0 later",
    arguments: [
      ("2026-03-03 23:59", 2), ("2026-03-04 00:00", 1), ("2026-03-04 23:59", 1), ("2026-03-05 00:00", 0),
    ])
  func score(_ delivered: String, _ points: Int) {
    let judged = Judged(collected(at: delivered))
    #expect(judged.share(.score, .part(.collection)) == "\(points)/1")
    #expect(judged.indicator(.score, .party(.post))?.value == Double(points))
    #expect(judged.share(.within, .route(.withinProvince)) == (points > 0 ? "1/1" : "0/1"))
    #expect(judged.share(.later, .part(.collection)) == (points > 0 ? "0/1" : "1/1"))
  }

  @Test("the agency does not bear the post's delay, nor the post the agency's")
  func apart() {
    var story = collected(at: "2026-03-10 09:00")
    story.note(.resultReady, at: "2026-03-16 10:00")
    let late = Judged(story)
    #expect(late.share(.within, .party(.post)) == "0/1")
    #expect(late.share(.within, .party(.agency)) == "1/1")
    #expect(late.share(.score, .agency(code("H18.101"))) == "2/1")
    #expect(late.indicator(.meanDelay, .part(.collection))?.value == 4)
    #expect(late.share(.meanDelay, .part(.processing)) == "0/0")
    #expect(late.indicator(.meanDelay, .part(.processing))?.value == nil)
  }

  @Test("a supplement begins the agency's time again, and the run before it is not judged")
  func restarted() {
    var story = collected(at: "2026-03-03 09:00")
    story.note(.supplementRequested(until: nil), at: "2026-03-05 09:00")
    story.note(.supplementReceived(until: nil), at: "2026-03-20 09:00")
    story.note(.resultReady, at: "2026-03-27 10:00")
    #expect(Judged(story).share(.score, .part(.processing)) == "1/1")
    #expect(Judged(story).indicator(.median, .part(.processing))?.value == 169)
  }

  @Test("what runs on belongs to no score, and is overdue at the end of each period that it is late in")
  func overdue() {
    var story = Scenario()
    story.accept(at: "2026-02-23 08:15", office: "382500")
    #expect(Judged(story, "2026-02").share(.overdue, .part(.collection)) == "1/1")
    #expect(Judged(story, "2026-03").share(.overdue, .part(.collection)) == "1/1")
    #expect(Judged(story, "2026-02", known: "2026-02-24 10:00").share(.overdue, .part(.collection)) == "0/1")
    story.scan(.delivered, at: "2026-03-10 09:00")
    #expect(Judged(story, "2026-02").share(.overdue, .part(.collection)) == "1/1")
    #expect(Judged(story, "2026-02").share(.within, .part(.collection)) == "0/0")
    #expect(Judged(story, "2026-03").share(.overdue, .part(.collection)) == "0/0")
    #expect(Judged(story, "2026-03").share(.within, .part(.collection)) == "0/1")
  }

  @Test("what was cancelled is not judged")
  func cancelled() {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15", office: "382500")
    story.scan(.cancelled, at: "2026-03-30 09:00", office: "382500")
    let judged = Judged(story)
    #expect(judged.share(.within, .part(.collection)) == "0/0")
    #expect(judged.share(.overdue, .part(.collection)) == "0/0")
    #expect(judged.share(.withdrawn) == "1/1")
  }

  @Test("one agency, office or district can be looked at alone")
  func scopes() {
    let story = collected(at: "2026-03-03 09:00")
    let part = Indicator.Subject.part(.collection)
    #expect(Judged(story, agency: "H18.101").share(.within, part) == "1/1")
    #expect(Judged(story, agency: "H18.107").share(.within, part) == "0/0")
    #expect(Judged(story, office: "380000").share(.within, part) == "1/1")
    #expect(Judged(story, office: "381100").share(.within, part) == "0/0")
    #expect(Judged(story, district: "099").share(.within, part) == "1/1")
    #expect(Judged(story, district: "094").share(.within, part) == "0/0")
  }
}
