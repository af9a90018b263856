import Dossiers
import TestSupport
import Testing

/// An agency that is merged into another with its dossiers open, at the end of 10 March 2026.
struct MergerLifeTests {
  private static let old = "000.05.31.H18"
  private static let new = "H18.107"
  /// The old agency keeps the state's hours in one district; the new one, in another, is open on Saturday morning, too.
  private static let registry = SampleRules.registry(merging: old, into: new, after: "2026-03-10")

  private func rules(watching others: [ClockKind: ClockRule] = SampleRules.otherClocks) -> Rules {
    var rules = SampleRules.rules(watching: others)
    rules.registries = Versions(Self.registry)
    return rules
  }

  private func brought(by rules: Rules? = nil, at time: String = "2026-03-09 09:00") -> Scenario {
    var story = Scenario(rules: rules ?? self.rules())
    story.received(at: time, agency: Self.old, procedure: "1.004884")
    return story
  }

  @Test("its open dossier is the successor's from the day after, known by where it was opened, and its term runs on")
  func open() throws {
    let story = brought()
    let before = try story.report(at: "2026-03-10 23:59")
    #expect(before.agency == code(Self.old) && before.origin == code(Self.old))
    let after = try story.report(at: "2026-03-11 00:00")
    #expect(after.agency == code(Self.new) && after.origin == code(Self.old))
    #expect(after.deadlines == before.deadlines && after.lastDay(.process) == "2026-03-16")
    #expect(try story.report(at: "2026-03-17 00:00").alertLines == ["process breach 1 firing"])
  }

  @Test("what was done before the merger stays the old agency's for ever, and what was given up as well")
  func done() throws {
    var story = brought(at: "2026-03-02 09:00")
    var givenUp = story
    story.note(.resultReady, at: "2026-03-05 09:00", agency: Self.old)
    story.accept(at: "2026-03-06 08:15", office: "380000", carries: .result, agency: Self.old, destination: "381100")
    let sending = try story.report(at: "2026-03-11 08:00")
    #expect(sending.stage == .sending && sending.agency == code(Self.new))
    story.scan(.delivered, at: "2026-03-09 09:00", office: "381100")
    let done = try story.report(at: "2026-04-11 08:00")
    #expect(done.stage == .done && done.agency == code(Self.old))
    givenUp.note(.givenUp, at: "2026-03-10 09:00", agency: Self.old)
    #expect(try givenUp.report(at: "2026-04-11 08:00").agency == code(Self.old))
  }

  @Test("the old agency speaks before the merger and the successor after it, and what each says counts")
  func notes() throws {
    var story = brought()
    story.note(.supplementRequested(until: nil), at: "2026-03-10 09:00", agency: Self.old)
    story.note(.supplementReceived(until: nil), at: "2026-03-12 09:00", agency: Self.new)
    story.note(.resultReady, at: "2026-03-16 09:00", agency: Self.new)
    story.accept(at: "2026-03-16 14:00", office: "382500", carries: .result, agency: Self.new, destination: "381100")
    let report = try story.report(at: "2026-03-16 15:00")
    #expect(report.anomalies.isEmpty && report.stage == .sending)
    #expect(report.state(.process) == .cancelled && report.state(.process, round: 2) == .met)
    #expect(report.deadline(.process, round: 2)?.started == instant("2026-03-12 09:00"))
    #expect(report.agency == code(Self.new) && report.origin == code(Self.old))
  }

  @Test("an envelope on its way to the old agency is the successor's to wait for, and is delivered to it")
  func onItsWay() throws {
    var story = Scenario(rules: rules())
    story.accept(at: "2026-03-09 08:15", agency: Self.old, destination: "382500", dossiers: [])
    let posted = try story.report(nil, at: "2026-03-11 08:00")
    #expect(posted.agency == code(Self.new) && posted.origin == code(Self.old) && posted.stage == .collecting)
    story.scan(.delivered, at: "2026-03-11 09:00", office: "382500")
    story.received(at: "2026-03-11 10:00", agency: Self.new, item: Scenario.item)
    let named = try story.report(at: "2026-03-11 12:00")
    #expect(named.stage == .processing && named.agency == code(Self.new) && named.anomalies.isEmpty)
  }

  @Test("a deadline keeps the hours and the exception of the agency that had the dossier when it began")
  func keepsItsAgency() throws {
    let hours = TermRule(exceptions: [.init(agency: code(Self.new), term: .workingHours(seconds: 20 * 3600))])
    let rule = ClockRule(words: ClockKind.process.usualWords, term: hours)
    let story = brought(by: rules(watching: [.process: rule]), at: "2026-03-10 09:00")
    #expect(try story.report(at: "2026-03-12 12:00").lastDay(.process) == "2026-03-17")
    var restarted = story
    restarted.note(.supplementRequested(until: nil), at: "2026-03-10 10:00", agency: Self.old)
    restarted.note(.supplementReceived(until: nil), at: "2026-03-12 13:30", agency: Self.new)
    // Thursday 3.5 h, Friday 7.5 h, Saturday 4 h, Monday 4 h and then an hour, in the successor's hours.
    let due = try restarted.report(at: "2026-03-13 12:00").deadline(.process, round: 2)?.dueDate.due
    #expect(due == instant("2026-03-16 14:30"))
  }

  @Test("a closure of the successor excuses from the day on which it has the dossier, one of the old agency always")
  func closures() throws {
    var story = brought()
    var ofOld = story
    story.closure(from: "2026-03-09 00:00", until: "2026-03-13 00:00", .agency(code(Self.new)))
    // Two of the four days are the successor's.
    let report = try story.report(at: "2026-03-13 12:00")
    #expect(report.lastDay(.process) == "2026-03-18")
    #expect(
      report.deadline(.process)?.pauses == [
        Pause(from: instant("2026-03-11 00:00"), until: instant("2026-03-13 00:00"))
      ])
    ofOld.closure(from: "2026-03-09 00:00", until: "2026-03-13 00:00", .agency(code(Self.old)))
    #expect(try ofOld.report(at: "2026-03-13 12:00").lastDay(.process) == "2026-03-19")
    var ofDistrict = brought()
    ofDistrict.closure(from: "2026-03-11 00:00", until: "2026-03-12 00:00", .district("099"))
    #expect(try ofDistrict.report(at: "2026-03-13 12:00").lastDay(.process) == "2026-03-17")
    var over = brought()
    over.closure(from: "2026-03-09 00:00", until: "2026-03-10 17:00", .agency(code(Self.new)))
    #expect(try over.report(at: "2026-03-13 12:00").lastDay(.process) == "2026-03-16")
  }

  @Test("a merger that is recorded late moves what is open, and nothing that has ended")
  func recordedLate() throws {
    let hours = TermRule(exceptions: [.init(agency: code(Self.new), term: .workingDays(1))])
    var rules = SampleRules.rules(watching: [.process: ClockRule(words: ClockKind.process.usualWords, term: hours)])
    rules.registries.append(Self.registry, recorded: instant("2026-03-20 08:00"))
    var story = brought(by: rules, at: "2026-03-12 09:00")
    #expect(try story.report(at: "2026-03-20 12:00").lastDay(.process) == "2026-03-13")
    story.note(.resultReady, at: "2026-03-18 09:00", agency: Self.old)
    let ended = try story.report(at: "2026-03-20 12:00")
    #expect(ended.lastDay(.process) == "2026-03-19" && ended.state(.process) == .met)
  }
}
