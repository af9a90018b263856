import Dossiers
import TestSupport
import Testing

struct ArrivalPropertyTests {
  @Test("every order and number of copies of a set of events gives the same reports", .timeLimit(.minutes(5)))
  func arrivalMakesNoDifference() {
    forEachDrawnSet { events, random in
      let wanted = drawnReports(events)
      let copies = events.filter { _ in Bool.random(using: &random) }
      return drawnReports((events + copies).shuffled(using: &random)) == wanted
        && drawnReports(events.reversed()) == wanted
    }
  }

  @Test("voiding an event gives the reports of the set without event and voiding", .timeLimit(.minutes(5)))
  func voidingTakesBack() {
    forEachDrawnSet { events, random in
      let others = StandingEvents(events).events.filter { if case .voided = $0.fact { false } else { true } }
      guard let voided = others.randomElement(using: &random), let source = EventSource("/operators/lan") else {
        return true
      }
      let voiding = Event(
        identity: EventIdentity(source: source, id: "v"), time: voided.time,
        fact: .voided(Voiding(voided: voided.identity, reason: .incorrectData)))
      return drawnReports((others + [voiding]).shuffled(using: &random)) == drawnReports(others.filter { $0 != voided })
    }
  }

  @Test("what may not void changes nothing, and a voiding can't be voided")
  func voidingNeedsARight() {
    var story = Scenario()
    let acceptance = story.accept(at: "2026-03-02 08:15")
    let lone = story.events
    story.void(acceptance, at: "2026-03-02 09:00", by: "/postoffices/382500/scanners/s1")
    #expect(StandingEvents(story.events).events.prefix(1) == lone[...])
    let right = story.void(acceptance, at: "2026-03-02 09:30", by: "/postoffices/381100/scanners/other")
    story.void(right, at: "2026-03-02 10:00")
    #expect(!StandingEvents(story.events).events.contains { $0.identity == acceptance })
  }

  @Test("an identity that comes back with other content is set aside, and its first content stands")
  func identityReused() {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15")
    let first = story.events[0]
    let other = Event(identity: first.identity, time: first.time.advanced(by: .seconds(1)), fact: first.fact)
    let standing = StandingEvents([first, other, first])
    #expect(standing.events == [first])
    #expect(standing.reused == [other])
  }
}
