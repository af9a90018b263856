import Dossiers
import Testing

struct CauseWordsTests {
  @Test("every cause of a pause has words of its own in both languages")
  func all() {
    let causes: [CausedPause.Cause] =
      [.supplement, .consultation(nil), .closure("bão"), .hold(nil)] + Reason.allCases.map { .hold($0) }
      + Moment.allCases.map { .moment($0) }
    #expect(Set(causes.map(\.vietnamese)).count == causes.count)
    #expect(Set(causes.map(\.english)).count == causes.count)
    #expect(causes.map(\.english).contains("item held (force majeure)"))
  }
}
