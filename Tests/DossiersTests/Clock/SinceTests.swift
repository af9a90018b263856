import Dossiers
import TestSupport
import Testing

struct SinceTests {
  @Test("what was due before the daemon watched raises nothing, what is due from then on does")
  func since() throws {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15")
    let now = instant("2026-03-10 12:00")
    let deadline = try #require(try story.report(at: "2026-03-10 12:00").deadline(.collect))
    for (since, raises) in [("2026-03-04 00:00", true), ("2026-03-04 00:01", false)] {
      let since = instant(since)
      #expect((deadline.alert(at: now, since: since) != nil) == raises)
      #expect((deadline.nextChange(after: instant("2026-03-02 08:15"), since: since) != nil) == raises)
    }
    #expect(deadline.alert(at: now)?.kind == .breach && deadline.state(at: now) == .breached)
  }
}
