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
}
