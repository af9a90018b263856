import Dossiers
import TestSupport
import Testing

struct MoveClockTests {
  private func posted() -> Scenario {
    var story = Scenario(rules: SampleRules.allClocks)
    story.accept(at: "2026-03-02 08:15")
    return story
  }

  @Test("only the round that runs is told of, numbered from the acceptance on")
  func current() throws {
    var story = posted()
    #expect(try story.report(at: "2026-03-02 12:00").deadline(.move)?.started == instant("2026-03-02 08:15"))
    story.scan(.departed, at: "2026-03-02 17:00", office: "381100")
    story.scan(.arrived, at: "2026-03-03 06:00")
    let moves = try story.report(at: "2026-03-03 12:00").deadlines.filter { $0.clock == .move }
    #expect(moves.map(\.round) == [3] && moves[0].started == instant("2026-03-03 06:00"))
    #expect(moves[0].dueDate.lastDay == day("2026-03-05") && moves[0].warn == nil)
  }

  @Test("a round that was missed stays, whatever came after")
  func missed() throws {
    var story = posted()
    story.scan(.departed, at: "2026-03-05 00:00", office: "381100")
    #expect(try story.report(at: "2026-03-05 12:00").state(.move) == .metLate)
    story.scan(.arrived, at: "2026-03-05 06:00")
    story.scan(.delivered, at: "2026-03-05 09:00")
    let moves = try story.report(at: "2026-03-06 12:00").deadlines.filter { $0.clock == .move }
    #expect(moves.map(\.round) == [1])
  }

  @Test("a scan heard of late takes the missed round away")
  func lateScan() throws {
    var story = posted()
    story.scan(.departed, at: "2026-03-05 06:00", office: "381100")
    story.scan(.arrived, at: "2026-03-04 06:00", office: "381100")
    let moves = try story.report(at: "2026-03-05 12:00").deadlines.filter { $0.clock == .move }
    #expect(moves.map(\.round) == [3])
  }

  @Test("a closure excuses a missed round, also when it is declared after the fact")
  func closure() throws {
    var story = posted()
    story.scan(.arrived, at: "2026-03-06 06:00")
    #expect(try story.report(at: "2026-03-06 12:00").state(.move) == .metLate)
    story.closure(
      from: "2026-03-03 00:00", until: "2026-03-05 00:00", .district("094"), declared: "2026-03-20 09:00")
    #expect(try story.report(at: "2026-03-20 12:00").deadline(.move) == nil)
  }

  @Test("while it is held or waits for the citizen, the item owes no move")
  func held() throws {
    var story = posted()
    story.scan(.held, at: "2026-03-03 06:00", reason: .paymentMissing)
    let held = try story.report(at: "2026-03-20 12:00")
    #expect(held.deadline(.move) == nil && held.deadline(.move, round: 2) == nil)
    story.scan(.departed, at: "2026-03-20 13:00")
    #expect(try story.report(at: "2026-03-20 14:00").state(.move, round: 2) == .open)
  }

  @Test("hub scans from before the acceptance and after the delivery leave no round behind")
  func outside() throws {
    var story = posted()
    story.scan(.arrived, at: "2026-03-02 07:00")
    story.scan(.delivered, at: "2026-03-03 09:00")
    story.scan(.arrived, at: "2026-03-03 10:00")
    #expect(try story.report(at: "2026-03-30 12:00").deadlines.filter { $0.clock == .move }.isEmpty)
  }
}
