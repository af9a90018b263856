import Dossiers
import TestSupport
import Testing

/// The ways of a result to the citizen, with every clock watched.
struct ReturnLifeTests {
  private static let second = "EA000000014VN"

  /// A result first heard of when it is posted on Monday 2 March from 380000 to 381100.
  private func posted() -> Scenario {
    var story = Scenario(rules: SampleRules.allClocks)
    story.accept(at: "2026-03-02 08:15", office: "380000", carries: .result, destination: "381100")
    return story
  }

  @Test("not delivered after two invitations, it goes back to the agency and is posted again on a new item")
  func postedAgain() throws {
    var story = posted()
    story.scan(.attempted, at: "2026-03-03 10:00", office: "381100", reason: .addresseeAbsent)
    story.scan(.attempted, at: "2026-03-06 10:00", office: "381100", reason: .addresseeAbsent)
    story.scan(.returned, at: "2026-03-10 16:00", office: "381100", reason: .addresseeAbsent)
    let way = try story.report(at: "2026-03-10 17:00")
    #expect(way.itemStages == [.returning] && way.state(.move, round: 2) == .open)
    story.scan(.delivered, at: "2026-03-11 09:00", to: .sender)
    let back = try story.report(at: "2026-03-11 10:00")
    #expect(back.stage == .backAtAgency && back.anomalies.isEmpty)
    #expect([1, 2].map { back.state(.invite, round: $0) } == [.met, .met] && back.state(.return) == .met)
    story.accept(Self.second, at: "2026-03-12 08:00", office: "380000", carries: .result, destination: "381100")
    story.scan(Self.second, .delivered, at: "2026-03-13 08:00", office: "381100")
    let done = try story.report(at: "2026-03-13 09:00")
    #expect(
      done.stage == .done
        && done.deadlines.filter { $0.clock == .return }.map(\.item?.text)
          == [Self.second, Scenario.item]
    )
  }

  @Test("a result in two envelopes posted together is one posting: done with the last, back if one comes back")
  func twoItems() throws {
    var story = posted()
    story.accept(Self.second, at: "2026-03-02 08:16", office: "380000", carries: .result, destination: "381100")
    story.scan(.delivered, at: "2026-03-03 09:00", office: "381100")
    let one = try story.report(at: "2026-03-03 12:00")
    #expect(one.stage == .sending && one.itemStages.count == 2)
    var back = story
    story.scan(Self.second, .delivered, at: "2026-03-04 09:00", office: "381100")
    let both = try story.report(at: "2026-03-04 12:00")
    #expect(both.stage == .done)
    #expect(both.deadlines.filter { $0.clock == .return }.map { $0.state(at: both.now) } == [.metLate, .met])
    back.scan(Self.second, .attempted, at: "2026-03-03 10:00", office: "381100", reason: .addresseeUnknown)
    back.scan(Self.second, .returned, at: "2026-03-03 11:00", office: "381100", reason: .addresseeUnknown)
    back.scan(Self.second, .delivered, at: "2026-03-04 09:00", to: .sender)
    #expect(try back.report(at: "2026-03-04 12:00").stage == .backAtAgency)
  }

  @Test(
    "held without an excuse the return clock runs, with one it stands still; told to come, the citizen has been served",
    arguments: [
      (Reason.paymentMissing, Deadline.State.breached), (.identityNotShown, .paused), (.readyForPickup, .met),
    ])
  func held(_ reason: Reason, _ state: Deadline.State) throws {
    var story = posted()
    story.scan(.held, at: "2026-03-03 08:00", office: "381100", reason: reason)
    let report = try story.report(at: "2026-03-05 12:00")
    #expect(report.state(.return) == state && report.state(.hold) == .open)
  }

  @Test("a first attempt that fails on the last day is in time, one on the day after is late")
  func lastDay() throws {
    for (time, state) in [("2026-03-03 23:59", Deadline.State.met), ("2026-03-04 00:00", .metLate)] {
      var story = posted()
      story.scan(.attempted, at: time, office: "381100", reason: .addresseeAbsent)
      #expect(try story.report(at: "2026-03-04 12:00").state(.return) == state)
    }
  }

  @Test("a return marked as early loses its mark when the attempt before it is heard of")
  func explained() throws {
    var story = posted()
    story.scan(.attempted, at: "2026-03-05 10:00", office: "381100", reason: .addresseeAbsent)
    story.scan(.returned, at: "2026-03-05 16:00", office: "381100", reason: .addresseeAbsent)
    #expect(try story.report(at: "2026-03-05 17:00").anomalyKinds == [.returnedEarly])
    story.scan(.attempted, at: "2026-03-03 10:00", office: "381100", reason: .addresseeAbsent)
    #expect(try story.report(at: "2026-03-05 17:00").anomalies.isEmpty)
  }

  @Test("a scan marked as unclaimed, and a delivery marked as elsewhere, lose their marks when they are explained")
  func explainedLater() throws {
    var story = Scenario(rules: SampleRules.allClocks)
    story.scan(.delivered, at: "2026-03-05 10:00", office: "382500")
    #expect(try story.report(nil, at: "2026-03-09 12:00").anomalyKinds == [.unclaimed])
    story.accept(at: "2026-03-02 08:15", office: "380000", carries: .result, destination: "381100")
    #expect(try story.report(at: "2026-03-09 12:00").anomalyKinds == [.deliveredElsewhere])
    story.scan(.redirected, at: "2026-03-03 10:00", office: "381100", destination: "382500")
    #expect(try story.report(at: "2026-03-09 12:00").anomalies.isEmpty)
  }

  @Test("a promise first heard of with the posted result is judged by nobody")
  func promisedBefore() throws {
    var story = Scenario(rules: SampleRules.allClocks)
    let posting = Posting(
      carries: .result, agency: code("H18.101"), destination: code("381100"),
      dossiers: [
        DossierReference(code: code(Scenario.dossier), procedure: code("1.004884"), promised: day("2026-02-20"))
      ])
    story.tell(
      .scanned(Scan(item: code(Scenario.item), milestone: .accepted, office: code("380000"), posting: posting)),
      at: "2026-03-02 08:15", by: "/postoffices/380000/scanners/s1")
    #expect(try story.report(at: "2026-03-02 12:00").deadlines.map(\.clock) == [.move, .return])
  }
}
