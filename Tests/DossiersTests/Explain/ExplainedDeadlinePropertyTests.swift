import Dossiers
import TestSupport
import Testing

struct ExplainedDeadlinePropertyTests {
  @Test("the pieces of every deadline of any dossier follow each other from its start to its due instant")
  func contiguous() {
    let planner = DeadlinePlanner(rules: SampleRules.allClocks)
    forEachDrawnSet { events, _ in
      drawnReports(events).flatMap(\.deadlines).allSatisfy { deadline in
        guard let told = planner.explained(deadline).explanation else {
          return planner.explained(deadline).givenDate != nil
        }
        guard let first = told.pieces.first, let last = told.pieces.last else {
          return deadline.dueDate.due == deadline.started
        }
        return first.from == deadline.started && last.until == deadline.dueDate.due
          && zip(told.pieces, told.pieces.dropFirst()).allSatisfy { $0.until == $1.from }
      }
    }
  }

  @Test("what the history of any deadline ends with is its due date, and each line begins where the one before ended")
  func history() {
    var rules = SampleRules.allClocks
    for (off, recorded) in [("2026-03-05", "2026-03-04 12:00"), ("2026-03-10", "2026-03-06 13:00")] {
      let changed = SampleRules.definition(off: SampleRules.daysOff + [off], worked: ["2026-01-10"])
      rules.calendars.append(WorkingCalendar(changed), recorded: instant(recorded))
    }
    let planner = DeadlinePlanner(rules: rules)
    forEachDrawnSet { events, _ in
      drawnReports(events, rules: rules).flatMap(\.deadlines).allSatisfy { deadline in
        let moves = planner.explained(deadline).history
        return moves.last.map { $0.after == deadline.dueDate } ?? true
          && zip(moves, moves.dropFirst()).allSatisfy { $0.after == $1.before }
      }
    }
  }
}
