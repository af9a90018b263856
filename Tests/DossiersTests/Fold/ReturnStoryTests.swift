import Dossiers
import TestSupport
import Testing

struct ReturnStoryTests {
  /// A result posted from 380000 to 381100 on Monday 2 March.
  private func posted(carries: Papers = .result) -> Scenario {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15", office: "380000", carries: carries, destination: "381100")
    return story
  }

  @Test("a dossier first heard of when its result is posted has only a return clock")
  func firstHeardOfAtReturn() throws {
    let report = try posted().report(at: "2026-03-02 12:00")
    #expect(report.stage == .sending)
    #expect(report.deadlines.map(\.clock) == [.return])
    #expect(report.anomalies.isEmpty)
  }

  @Test("the first attempt ends the return clock, and the delivery the dossier")
  func firstAttempt() throws {
    var story = posted()
    story.scan(.attempted, at: "2026-03-03 10:00", office: "381100", reason: .addresseeAbsent)
    let tried = try story.report(at: "2026-03-03 12:00")
    #expect(tried.state(.return) == .met && tried.deadline(.return)?.met == instant("2026-03-03 10:00"))
    #expect(tried.stage == .sending && tried.itemStages == [.attempted])
    story.scan(.delivered, at: "2026-03-06 10:00", office: "381100")
    let done = try story.report(at: "2026-03-06 12:00")
    #expect(done.stage == .done)
    #expect(done.deadline(.return)?.met == instant("2026-03-03 10:00"))
    #expect(done.alerts.isEmpty)
  }

  @Test("a hold that waits for the citizen, who was told, ends the return clock")
  func readyForPickup() throws {
    var story = posted()
    story.scan(.held, at: "2026-03-03 10:00", office: "381100", reason: .readyForPickup)
    let report = try story.report(at: "2026-03-09 12:00")
    #expect(report.state(.return) == .met)
    #expect(report.itemStages == [.held])
  }

  @Test("a refusal is a decision, too, and its papers end the dossier")
  func refusal() throws {
    var story = posted(carries: .refusal)
    story.received(at: "2026-02-26 09:00", procedure: "1.004884")
    story.scan(.delivered, at: "2026-03-03 10:00", office: "381100")
    let report = try story.report(at: "2026-03-03 12:00")
    #expect(report.stage == .done)
    #expect(report.state(.process) == .met)
    #expect(report.deadline(.process)?.met == instant("2026-03-02 08:15"))
  }

  @Test("sent back after two attempts two working days apart, it is back at the agency, without an anomaly")
  func returned() throws {
    var story = posted()
    story.scan(.attempted, at: "2026-03-03 10:00", office: "381100", reason: .addresseeAbsent)
    story.scan(.attempted, at: "2026-03-05 10:00", office: "381100", reason: .addresseeAbsent)
    story.scan(.returned, at: "2026-03-05 16:00", office: "381100", reason: .addresseeAbsent)
    let returning = try story.report(at: "2026-03-05 17:00")
    #expect(returning.itemStages == [.returning] && returning.stage == .sending)
    story.scan(.arrived, at: "2026-03-06 08:00")
    #expect(try story.report(at: "2026-03-06 08:30").itemStages == [.returning])
    story.scan(.delivered, at: "2026-03-06 09:00", to: .sender)
    let back = try story.report(at: "2026-03-06 10:00")
    #expect(back.stage == .backAtAgency && back.itemStages == [.returned])
    #expect(back.anomalies.isEmpty)
  }

  @Test(
    "sent back too early is an anomaly, but not where nobody would ever take it",
    arguments: [
      ([("2026-03-03 10:00", Reason.addresseeAbsent)], Reason.addresseeAbsent, true),
      ([("2026-03-03 10:00", .addresseeAbsent), ("2026-03-04 10:00", .addresseeAbsent)], .addresseeAbsent, true),
      ([("2026-03-03 10:00", .addresseeAbsent)], .refused, false),
      ([("2026-03-03 10:00", .refused)], .other, false), ([("2026-03-03 10:00", .addresseeUnknown)], .other, false),
      ([], .addressWrong, true), ([], .addresseeUnknown, false),
    ])
  func returnedEarly(_ attempts: [(String, Reason)], _ reason: Reason, _ isEarly: Bool) throws {
    var story = posted()
    for (time, why) in attempts { story.scan(.attempted, at: time, office: "381100", reason: why) }
    story.scan(.returned, at: "2026-03-04 16:00", office: "381100", reason: reason)
    #expect(try story.report(at: "2026-03-05 17:00").anomalyKinds == (isEarly ? [.returnedEarly] : []))
  }

  @Test("word that it waits at the counter is an invitation: with another two working days before, it may go back")
  func toldIsInvited() throws {
    for (told, marks) in [("2026-03-05 10:00", [Anomaly.Kind]()), ("2026-03-04 10:00", [.returnedEarly])] {
      var story = posted()
      story.scan(.attempted, at: "2026-03-03 10:00", office: "381100", reason: .addresseeAbsent)
      story.scan(.held, at: told, office: "381100", reason: .readyForPickup)
      story.scan(.returned, at: told.replacing("10:00", with: "16:00"), office: "381100", reason: .other)
      #expect(try story.report(at: "2026-03-05 17:00").anomalyKinds == marks)
    }
  }

  @Test("sent back without any try cancels the return clock, even where the sender is not in at first")
  func neverTried() throws {
    var story = posted()
    story.scan(.returned, at: "2026-03-03 10:00", office: "381100", reason: .addresseeUnknown)
    story.scan(.attempted, at: "2026-03-04 10:00", reason: .officeClosed)
    story.scan(.delivered, at: "2026-03-05 10:00", to: .sender)
    #expect(try story.report(at: "2026-03-06 10:00").state(.return) == .cancelled)
  }

  @Test("a redirected item is measured to its new office")
  func redirected() throws {
    var story = posted()
    story.scan(.redirected, at: "2026-03-03 10:00", office: "381100", destination: "382500")
    #expect(try story.report(at: "2026-03-03 12:00").lastDay(.return) == "2026-03-04")
    story.scan(.delivered, at: "2026-03-04 10:00", office: "382500")
    #expect(try story.report(at: "2026-03-04 12:00").anomalies.isEmpty)
  }

  @Test("a result posted twice is two postings, and the dossier is done with the last")
  func postedAgain() throws {
    var story = posted()
    story.scan(.returned, at: "2026-03-03 10:00", office: "381100", reason: .refused)
    story.scan(.delivered, at: "2026-03-04 10:00", to: .sender)
    story.accept("EA000000014VN", at: "2026-03-09 08:00", office: "380000", carries: .result, destination: "381100")
    #expect(try story.report(at: "2026-03-09 09:00").stage == .sending)
    story.scan("EA000000014VN", .delivered, at: "2026-03-10 08:00", office: "381100")
    #expect(try story.report(at: "2026-03-10 09:00").stage == .done)
  }
}
