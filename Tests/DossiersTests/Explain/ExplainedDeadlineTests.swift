import Dossiers
import Foundation
import TestSupport
import Testing

struct ExplainedDeadlineTests {
  private func explained(_ story: Scenario, _ clock: ClockKind, at now: String) throws -> ExplainedDeadline {
    let deadline = try #require(try story.report(at: now).deadline(clock))
    return DeadlinePlanner(rules: story.rules).explained(deadline)
  }

  @Test("a piece that a pause took says what caused the pause, and time that counted which article sets the term")
  func causes() throws {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15")
    story.scan(.held, at: "2026-03-03 00:00", reason: .forceMajeure)
    story.scan(.departed, at: "2026-03-04 00:00")
    let told = try explained(story, .collect, at: "2026-03-04 09:00")
    let pieces = try #require(told.explanation?.pieces)
    #expect(
      pieces.map { told.vietnamese($0.why) } == [
        "ngày tiếp nhận không tính", "tạm dừng: bưu gửi được lưu giữ (bất khả kháng)", "được tính",
      ])
    #expect(pieces.map { told.english($0.why) }.dropFirst().first == "paused: item held (force majeure)")
    #expect(
      pieces.map { told.law($0.why) } == [
        "Civil Code 2015 art. 147", "Circular 17/2017/TT-BTTTT art. 7", "Circular 17/2017/TT-BTTTT art. 7(2)",
      ])
  }

  @Test("a term until a given date has no pieces, and names the date")
  func givenDate() throws {
    var story = Scenario(rules: SampleRules.allClocks)
    story.received(at: "2026-03-02 09:00", procedure: "1.004884")
    story.note(.supplementRequested(until: day("2026-03-20")), at: "2026-03-03 09:00")
    let told = try explained(story, .supplement, at: "2026-03-04 09:00")
    #expect(told.explanation == nil && told.givenDate == day("2026-03-20"))
  }

  @Test("a calendar recorded while a deadline runs leaves a line in its history, one that moves nothing leaves none")
  func history() throws {
    var story = Scenario()
    for (off, recorded) in [("2026-03-05", "2026-03-04 12:00"), ("2026-05-04", "2026-03-04 13:00")] {
      let changed = SampleRules.definition(off: SampleRules.daysOff + ["2026-03-05", off], worked: ["2026-01-10"])
      story.rules.calendars.append(WorkingCalendar(changed), recorded: instant(recorded))
    }
    story.received(at: "2026-03-02 09:00", procedure: "1.004873")
    let told = try explained(story, .process, at: "2026-03-04 14:00")
    #expect(told.history.map(\.recorded) == [instant("2026-03-04 12:00")])
    #expect(told.history.first?.before.lastDay == day("2026-03-05"))
    #expect(told.history.first?.after.lastDay == day("2026-03-06"))
    story.note(.resultReady, at: "2026-03-04 11:00")
    #expect(try explained(story, .process, at: "2026-03-05 14:00").history.isEmpty)
  }

  @Test("a due date past the decreed days off is provisional while its clock runs, and no longer once it ended")
  func provisional() throws {
    var story = Scenario()
    story.received(at: "2026-12-31 09:00", procedure: "1.004873")
    #expect(try story.report(at: "2026-12-31 10:00").deadline(.process)?.isProvisional == true)
    story.note(.resultReady, at: "2027-01-04 11:00")
    #expect(try story.report(at: "2027-01-05 10:00").deadline(.process)?.isProvisional == false)
  }
}
