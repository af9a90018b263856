import Dossiers
import Store
import TestSupport
import Testing

extension StoreConformance {
  static let runs: [Promise] = [
    Promise("a run that never ended is known by the next one, and one that ended is not") { desk in
      let now = instant("2026-03-02 08:00")
      #expect(try await !desk.store.beginRun(at: now))
      #expect(try await desk.store.beginRun(at: now))
      try await desk.store.endRun()
      #expect(try await !desk.store.beginRun(at: now))
    },
    Promise("a mail that a run had claimed when it was cut short may be claimed again by the next one at once") {
      desk in
      var story = try await Desk.breachTold(desk)
      story.scan(.delivered, at: "2026-03-10 09:00", office: "100000")
      try await desk.take(story, from: 1, at: "2026-03-10 09:01")
      let mail = try #require(try await desk.claim(at: "2026-03-10 09:02"))
      #expect(try await desk.claim(at: "2026-03-10 09:03") == nil)
      _ = try await desk.store.beginRun(at: instant("2026-03-10 09:03"))
      let again = try #require(try await desk.claim(at: "2026-03-10 09:03"))
      #expect(again.id == mail.id && again.notices == mail.notices && again.follows == mail.follows)
    },
    Promise("tries of a message that never ended are counted for that message alone, until one ends") { desk in
      #expect(try await desk.store.beginTry(of: [1, 2]) == 0)
      #expect(try await desk.store.beginTry(of: [1, 2]) == 1)
      #expect(try await desk.store.beginTry(of: [2, 1]) == 0)
      #expect(try await desk.store.beginTry(of: []) == 0)
      try await desk.store.endTry(of: [1, 2])
      #expect(try await desk.store.beginTry(of: [1, 2]) == 0)
      #expect(try await desk.store.beginTry(of: [2, 1]) == 1)
    },
  ]
}
