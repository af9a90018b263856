import Dossiers
import TestSupport
import Testing

struct WordsTests {
  /// A dossier of five working days from Monday 2 March, with a supplement asked for on Wednesday and complete a week
  /// later, under a processing clock that `change` changes.
  private func supplemented(_ change: (inout ClockRule) -> Void) throws -> CaseReport {
    var rule = SampleRules.rule(.process, TermRule())
    change(&rule)
    var story = Scenario(rules: SampleRules.rules(watching: [.process: rule]))
    story.received(at: "2026-03-02 09:00", procedure: "1.004884")
    story.note(.supplementRequested(until: nil), at: "2026-03-04 00:00")
    story.note(.supplementReceived(until: nil), at: "2026-03-11 00:00")
    return try story.report(at: "2026-03-11 12:00")
  }

  @Test("a complete supplement restarts the term where the policy says so, by law")
  func restarts() throws {
    let report = try supplemented { _ in }
    #expect(report.state(.process) == .cancelled && report.lastDay(.process, round: 2) == "2026-03-18")
  }

  @Test("it goes on with the same round where the policy says 'resumes' in its place")
  func resumes() throws {
    let report = try supplemented {
      $0.words.restarts = []
      $0.words.resumes.formUnion(Moments(.supplementComplete))
    }
    #expect(report.lastDay(.process) == "2026-03-16" && report.deadline(.process, round: 2) == nil)
  }

  @Test("the clock runs through a supplement that the policy does not let pause it")
  func noPause() throws {
    let report = try supplemented {
      $0.words.restarts = []
      $0.words.pauses = []
    }
    #expect(report.state(.process) == .breached && report.lastDay(.process) == "2026-03-09")
  }

  @Test("a pause that no word ends lasts until the clock ends")
  func endless() throws {
    let report = try supplemented { $0.words.restarts = [] }
    #expect(report.state(.process) == .paused && report.deadline(.process)?.dueDate.due == nil)
  }

  @Test("what meets a clock is the policy's word, too")
  func meets() throws {
    let report = try supplemented { $0.words.meets = Moments(.supplementRequested) }
    #expect(report.state(.process) == .met)
    let cancelled = try supplemented { $0.words.cancels = Moments(.supplementRequested) }
    #expect(cancelled.state(.process) == .cancelled && cancelled.deadline(.process, round: 2) == nil)
  }

  @Test("what starts a clock is the policy's word: a term may count from the consultation of another body")
  func starts() throws {
    var rule = SampleRules.rule(.consult, TermRule(usual: .workingDays(2)))
    rule.words = ClockWords(starts: Moments(.lodged), meets: Moments(.consulted), cancels: Moments(.decided))
    var story = Scenario(rules: SampleRules.rules(watching: [.consult: rule]))
    story.received(at: "2026-03-02 09:00", procedure: "1.004884")
    #expect(try story.report(at: "2026-03-05 00:00").state(.consult) == .breached)
    story.note(.consulted(ref: "a", body: "H18.107", until: day("2026-03-20")), at: "2026-03-04 09:00")
    #expect(try story.report(at: "2026-03-05 00:00").state(.consult) == .met)
  }

  @Test("a closure pauses only the clocks that name it")
  func closures() throws {
    var rule = SampleRules.rule(.process, TermRule())
    rule.words.pauses = []
    for (rules, lastDay) in [
      (SampleRules.rules, "2026-03-11"), (SampleRules.rules(watching: [.process: rule]), "2026-03-09"),
    ] {
      var story = Scenario(rules: rules)
      story.received(at: "2026-03-02 09:00", procedure: "1.004884")
      story.closure(from: "2026-03-04 00:00", until: "2026-03-06 00:00", .agency(code("H18.101")))
      #expect(try story.report(at: "2026-03-06 12:00").lastDay(.process) == lastDay)
    }
  }

  @Test("every word has a name of its own that leads back to it")
  func names() {
    for moment in Moment.allCases { #expect(Moment(name: moment.name) == moment) }
    #expect(Moment.heldWithExcuse.name == "held-with-excuse" && Moment(name: "held with excuse") == nil)
    #expect(Moments.ofShipment.union(.ofDossier).all == Moment.allCases)
  }

  @Test("the usual words of a clock are words of what it runs on", arguments: ClockKind.allCases)
  func vocabulary(_ clock: ClockKind) {
    let words = clock.usualWords
    for set in [words.starts, words.meets, words.cancels, words.pauses, words.resumes, words.restarts, words.mutes] {
      #expect(set.isSubset(of: clock.vocabulary))
    }
    #expect(!words.starts.isEmpty && !words.meets.isEmpty)
  }

  @Test("a scan on the way is news for the deadlines only where a clock heeds it", arguments: [true, false])
  func heeded(_ isHeeded: Bool) throws {
    var rule = SampleRules.rule(.collect, TermRule(usual: .workingDays(1)))
    if isHeeded { rule.words.meets = Moments(.moved) }
    var story = Scenario(rules: SampleRules.rules(watching: [.collect: rule]))
    story.accept(at: "2026-03-02 08:15")
    story.scan(.departed, at: "2026-03-02 17:00", office: "381100")
    var history = ItemHistory(item: code(Scenario.item), folding: [story.events[0]], rules: story.rules)
    let effects = history.extend(with: story.events[1], rules: story.rules)
    #expect(effects?.contains(.clocks) == isHeeded)
    #expect(try story.report(at: "2026-03-02 18:00").state(.collect) == (isHeeded ? .met : .open))
  }
}
