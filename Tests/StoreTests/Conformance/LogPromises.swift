import Dossiers
import Store
import TestSupport
import Testing

extension StoreConformance {
  static let log: [Promise] = [
    Promise("a dossier's events are told in the order of the story, each with its recording, without voided ones") {
      desk in
      var story = Scenario()
      story.accept(at: "2026-03-02 08:15")
      story.scan(.delivered, at: "2026-03-03 09:00")
      story.note(.dateTold(promised: day("2026-03-10")), at: "2026-03-03 10:00")
      let wrong = story.scan(.damaged, at: "2026-03-03 08:00")
      try await desk.take([story.events[2], story.events[1]], at: "2026-03-03 11:00")
      try await desk.take([story.events[0], story.events[3]], at: "2026-03-04 08:16")
      story.void(wrong, at: "2026-03-04 09:00")
      try await desk.take(story, from: 4, at: "2026-03-04 09:00")
      let events = try await desk.store.events(of: code(Scenario.dossier))
      #expect(events.map(\.word) == ["accepted", "delivered", "date-told"])
      #expect(events.map { $0.isLate(beyond: .hours(24)) } == [true, false, false])
      #expect(events.map { $0.isLate(beyond: .minutes(24 * 60 + 48 * 60)) } == [false, false, false])
      #expect(events[0].recorded == instant("2026-03-04 08:16"))
      #expect(try await desk.store.events(of: code("H18.101-260302-0009")).isEmpty)
    },
    Promise("of an item that is used again a dossier's events are those of its own use alone") { desk in
      var story = Scenario()
      story.accept(at: "2025-03-03 08:15", dossiers: ["H18.101-250303-0001"])
      story.scan(.delivered, at: "2025-03-04 09:00")
      story.accept(at: "2026-03-02 08:15")
      story.scan(.arrived, at: "2026-03-03 09:00")
      try await desk.take(story, at: "2026-03-04 08:00")
      for (dossier, words) in [
        ("H18.101-250303-0001", ["accepted", "delivered"]), (Scenario.dossier, ["accepted", "arrived"]),
      ] {
        #expect(try await desk.store.events(of: code(dossier)).map(\.word) == words)
      }
    },
  ]
}
