import Dossiers
import Store
import TestSupport
import Testing

extension StoreConformance {
  static let taking: [Promise] = [
    Promise("an event is committed once, and its copies are duplicates") { desk in
      var story = Scenario()
      story.accept(at: "2026-03-02 08:15")
      story.scan(.departed, at: "2026-03-02 09:00", office: "381100")
      let taken = try await desk.take(story.events + story.events.prefix(1), at: "2026-03-02 10:00")
      #expect(taken.committed == 2 && taken.duplicates == 1 && taken.parked.isEmpty && taken.received == 3)
      #expect(try await desk.take(story, at: "2026-03-02 11:00").duplicates == 2)
      let counts = try await desk.store.counts()
      #expect(counts.received == 5 && counts.committed == 2 && counts.duplicates == 3)
    },
    Promise("a batch tells by office how long after its time each scan was recorded, and that of each once") { desk in
      var story = Scenario()
      story.accept(at: "2026-03-02 08:15")
      story.scan(.departed, at: "2026-03-02 09:00", office: "381100")
      story.scan(.delivered, at: "2026-03-02 10:00", office: "382500")
      let lags = try await desk.take(story, at: "2026-03-02 10:01").lags
      #expect(lags[code("381100")]?.count == 2 && lags[code("381100")]?.sum == Double(106 + 61) * 60)
      #expect(lags[code("382500")]?.sum == 60)
      let again = try await desk.take(story, at: "2026-03-02 17:00")
      #expect(again.duplicates == 3 && again.lags.isEmpty)
    },
    Promise("a batch of nothing changes nothing") { desk async throws in
      #expect(try await desk.take([], at: "2026-03-02 10:00") == Taken())
    },
    Promise("nothing is reported of a dossier that nothing was told of") { desk async throws in
      #expect(try await desk.report(at: "2026-03-02 10:00") == nil)
    },
    Promise("nothing is reported of a dossier once all that was told of it is voided") { desk in
      var story = Scenario()
      let acceptance = story.accept(at: "2026-03-02 08:15")
      try await desk.take(story, at: "2026-03-02 09:00")
      #expect(try await desk.report(at: "2026-03-02 10:00") != nil)
      story.void(acceptance, at: "2026-03-02 10:00")
      try await desk.take(story, from: 1, at: "2026-03-02 10:00")
      #expect(try await desk.report(at: "2026-03-02 10:00") == nil)
      #expect(try await desk.store.nextChange() == nil)
    },
    Promise("a voiding that is heard first waits for its event") { desk async throws in
      var story = Scenario()
      let acceptance = story.accept(at: "2026-03-02 08:15")
      story.void(acceptance, at: "2026-03-02 10:00")
      #expect(try await desk.take(story.events.reversed(), at: "2026-03-02 11:00").committed == 2)
      #expect(try await desk.report(at: "2026-03-02 12:00") == nil)
    },
    Promise("a batch that is probed for leaves nothing behind") { desk async throws in
      try await desk.store.probe(at: instant("2026-03-02 08:00"))
      #expect(try await desk.store.counts().parkedNow == 0)
      #expect(try await desk.store.counts().received == 0)
    },
    Promise("dossiers are counted by their stage") { desk in
      var story = Scenario()
      story.accept(at: "2026-03-02 08:15")
      try await desk.take(story, at: "2026-03-02 09:00")
      #expect(try await desk.store.counts().dossiers == ["collecting": 1])
      story.scan(.delivered, at: "2026-03-02 15:00")
      try await desk.take(story, from: 1, at: "2026-03-02 16:00")
      #expect(try await desk.store.counts().dossiers == ["processing": 1])
    },
  ]
}
