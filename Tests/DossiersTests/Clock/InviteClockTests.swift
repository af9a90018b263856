import Dossiers
import TestSupport
import Testing

struct InviteClockTests {
  /// A result posted from 380000 to 381100 on Monday 2 March, whose addressee was not in on Tuesday.
  private func tried() -> Scenario {
    var story = Scenario(rules: SampleRules.allClocks)
    story.accept(at: "2026-03-02 08:15", office: "380000", carries: .result, destination: "381100")
    story.scan(.attempted, at: "2026-03-03 10:00", office: "381100", reason: .addresseeAbsent)
    return story
  }

  @Test("the first failed attempt ends the return clock and starts the invitations")
  func first() throws {
    let report = try tried().report(at: "2026-03-03 12:00")
    #expect(report.state(.return) == .met)
    #expect(report.state(.invite) == .open && report.deadline(.invite)?.started == instant("2026-03-03 10:00"))
    #expect(report.lastDay(.invite) == "2026-03-10")
  }

  @Test("each further attempt is a round, and delivery meets the last")
  func rounds() throws {
    var story = tried()
    story.scan(.attempted, at: "2026-03-11 10:00", office: "381100", reason: .addresseeAbsent)
    story.scan(.delivered, at: "2026-03-12 10:00", office: "381100")
    let report = try story.report(at: "2026-03-13 12:00")
    #expect(report.state(.invite) == .metLate && report.state(.invite, round: 2) == .met)
    #expect(report.deadline(.invite, round: 3) == nil)
  }

  @Test("a call to fetch it is an invitation, a refusal asks for none, and sending back ends them")
  func others() throws {
    var told = tried()
    told.scan(.held, at: "2026-03-05 10:00", office: "381100", reason: .readyForPickup)
    #expect(try told.report(at: "2026-03-06 12:00").state(.invite, round: 2) == .open)
    told.scan(.returned, at: "2026-03-09 10:00", office: "381100", reason: .addresseeAbsent)
    #expect(try told.report(at: "2026-03-20 12:00").state(.invite, round: 2) == .met)
    var refused = tried()
    refused.scan(.attempted, at: "2026-03-05 10:00", office: "381100", reason: .refused)
    let report = try refused.report(at: "2026-03-06 12:00")
    #expect(report.state(.invite) == .met && report.deadline(.invite, round: 2) == nil)
  }
}
