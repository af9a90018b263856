import Dossiers
import TestSupport
import Testing

struct ExcuseTests {
  @Test(
    "a hold pauses the clock for the reasons that the policy lists, and only for those",
    arguments: [
      (Reason.forceMajeure, true), (.laterDeliveryAsked, true), (.pickupAsked, true), (.identityNotShown, true),
      (.officeClosed, false), (.paymentMissing, false), (.other, false),
    ])
  func holds(_ reason: Reason, _ pauses: Bool) throws {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15")
    story.scan(.held, at: "2026-03-02 18:00", reason: reason)
    let held = try story.report(at: "2026-03-03 12:00")
    #expect(held.itemStages == [.held])
    #expect(held.state(.collect) == (pauses ? .paused : .open))
    #expect((held.deadline(.collect)?.dueDate.due == nil) == pauses)
    story.scan(.arrived, at: "2026-03-05 06:00")
    let resumed = try story.report(at: "2026-03-05 06:30")
    #expect(resumed.lastDay(.collect) == (pauses ? "2026-03-05" : "2026-03-03"))
    #expect(resumed.state(.collect) == (pauses ? .open : .breached))
  }

  @Test(
    "a closure pauses what it closes",
    arguments: [
      (Closure.Place.office(code("381100")), true), (.office(code("380000")), true), (.office(code("382500")), false),
      (.district("094"), true), (.district("099"), false), (.agency(code("H18.101")), true),
      (.agency(code("H18.107")), false), (.pair(.office(code("380000")), .office(code("381100"))), true),
      (.pair(.district("094"), .district("094")), true), (.pair(.district("094"), .district("099")), false),
    ])
  func closures(_ place: Closure.Place, _ excuses: Bool) throws {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15")
    story.closure(from: "2026-03-03 00:00", until: "2026-03-05 00:00", place)
    #expect(try story.report(at: "2026-03-04 12:00").lastDay(.collect) == (excuses ? "2026-03-05" : "2026-03-03"))
  }

  @Test(
    "a closure of the agency or its district pauses its own time",
    arguments: [
      (Closure.Place.agency(code("H18.101")), "2026-03-11"), (.district("094"), "2026-03-11"),
      (.district("099"), "2026-03-09"), (.office(code("380000")), "2026-03-09"),
    ])
  func agencyClosed(_ place: Closure.Place, _ lastDay: String) throws {
    var story = Scenario()
    story.received(at: "2026-03-02 09:00", procedure: "1.004884")
    story.closure(from: "2026-03-04 00:00", until: "2026-03-06 00:00", place)
    #expect(try story.report(at: "2026-03-06 12:00").lastDay(.process) == lastDay)
  }

  @Test("a closure declared after the fact excuses a deadline that ended late")
  func afterTheFact() throws {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15")
    story.scan(.delivered, at: "2026-03-05 09:00")
    #expect(try story.report(at: "2026-03-05 12:00").state(.collect) == .metLate)
    let flood = story.closure(
      from: "2026-03-03 00:00", until: "2026-03-05 00:00", .district("094"), declared: "2026-03-20 09:00")
    let excused = try story.report(at: "2026-03-20 12:00")
    #expect(excused.state(.collect) == .met && !excused.alertLines.contains("collect breach 1 resolved"))
    story.void(flood, at: "2026-03-21 09:00")
    #expect(try story.report(at: "2026-03-21 12:00").state(.collect) == .metLate)
  }

  @Test(
    "whatever place it is of, a closure declared after the fact excuses the way that ended late",
    arguments: [
      Closure.Place.office(code("382500")), .district("099"), .agency(code("H18.101")),
      .pair(.district("094"), .district("099")), .pair(.office(code("382500")), .office(code("381100"))),
    ])
  func anyPlaceAfterTheFact(_ place: Closure.Place) throws {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15", destination: "382500")
    story.scan(.delivered, at: "2026-03-06 09:00", office: "382500")
    #expect(try story.report(at: "2026-03-19 12:00").state(.collect) == .metLate)
    story.closure(from: "2026-03-03 00:00", until: "2026-03-05 00:00", place, declared: "2026-03-20 09:00")
    let excused = try story.report(at: "2026-03-20 12:00")
    #expect(excused.state(.collect) == .met && excused.lastDay(.collect) == "2026-03-06")
  }

  @Test(
    "a closure of the agency or its district, declared after the fact, excuses its own time that ended late",
    arguments: [Closure.Place.agency(code("H18.101")), .district("094")])
  func agencyAfterTheFact(_ place: Closure.Place) throws {
    var story = Scenario()
    story.received(at: "2026-03-02 09:00", procedure: "1.004884")
    story.note(.resultReady, at: "2026-03-11 09:00")
    #expect(try story.report(at: "2026-03-19 12:00").state(.process) == .metLate)
    story.closure(from: "2026-03-04 00:00", until: "2026-03-06 00:00", place, declared: "2026-03-20 09:00")
    let excused = try story.report(at: "2026-03-20 12:00")
    #expect(excused.state(.process) == .met && excused.alerts.isEmpty)
  }

  @Test("a closure without an end leaves nothing due while it lasts, and two that overlap count once")
  func openEnded() throws {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15")
    var lasting = story
    lasting.closure(from: "2026-03-03 00:00", until: nil, .district("094"))
    let report = try lasting.report(at: "2026-04-01 12:00")
    #expect(report.state(.collect) == .paused && report.alerts.isEmpty)
    story.closure(from: "2026-03-03 00:00", until: "2026-03-05 00:00", .district("094"))
    story.closure(from: "2026-03-04 00:00", until: "2026-03-06 00:00", .office(code("380000")))
    #expect(try story.report(at: "2026-03-06 12:00").lastDay(.collect) == "2026-03-06")
  }
}
