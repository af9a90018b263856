import Dossiers
import TestSupport
import Testing

struct ExplainedDeadlineTests {
  private let rules = SampleRules.rules

  @Test("whatever happened to a dossier, the pieces lead without a gap from a deadline's start to its due instant")
  func piecesReachTheDueInstant() {
    for seed in 0..<2_000 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let standing = StandingEvents(ScenarioEvents.draw(using: &random)).events
      let closures = standing.compactMap { if case .closed(let closure) = $0.fact { closure } else { nil } }
      let planner = DeadlinePlanner(rules: rules, closures: closures)
      for item in ScenarioEvents.items {
        let history = ItemHistory(item: item, folding: standing.filter { $0.concernedItem == item }, rules: rules)
        for deadline in history.shipments.flatMap({ planner.deadlines(of: $0) }) {
          #expect(reaches(planner.explained(deadline)), "seed \(seed), \(deadline)")
        }
      }
    }
  }

  private func reaches(_ explained: ExplainedDeadline) -> Bool {
    guard let explanation = explained.explanation else { return true }
    let pieces = explanation.pieces
    let isWithoutGap = zip(pieces, pieces.dropFirst()).allSatisfy { $0.until == $1.from }
    let begins = pieces.first.map { $0.from == explained.deadline.started } ?? true
    let ends = explained.deadline.dueDate.due.map { due in pieces.last.map { $0.until == due } ?? true } ?? true
    return isWithoutGap && begins && ends
  }
}
