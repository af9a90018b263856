import Dossiers
import Store
import TestSupport
import Testing

extension StoreConformance {
  static let watching: [Promise] = [
    Promise(
      "what was due before the day from which we watch needs no look, raises nothing, and is in the report",
      since: instant("2026-03-05 00:00")
    ) { desk in
      var story = Scenario()
      story.accept(at: "2026-03-02 08:15", carries: .result)
      try await desk.take(story, at: "2026-03-02 08:20")
      #expect(try await desk.store.nextChange() == nil)
      for time in ["2026-03-03 16:00", "2026-03-04 00:00", "2026-03-10 08:00"] { try await desk.raise(at: time) }
      #expect(try await desk.alerts().isEmpty)
      #expect(try await desk.store.counts().outbox == 0)
      #expect(try await desk.report(at: "2026-03-10 08:00")?.state(.return) == .breached)
    },
    Promise(
      "what is due from the day on from which we watch is warned of and raised", since: instant("2026-03-07 00:00")
    ) { desk in
      var story = Scenario()
      story.sendFar()
      try await desk.take(story, at: "2026-03-02 09:00")
      #expect(try await desk.store.nextChange() == instant("2026-03-04 07:30"))
      try await desk.raise(at: "2026-03-04 07:30")
      #expect(try await desk.tell(at: "2026-03-04 07:30") == [.warning])
      try await desk.raise(at: "2026-03-07 00:00")
      #expect(try await desk.tell(at: "2026-03-07 00:00") == [.breach])
    },
    Promise(
      "a due date that moves past the day from which we watch is raised then", since: instant("2026-03-08 00:00")
    ) { desk in
      var story = Scenario()
      story.sendFar()
      try await desk.take(story, at: "2026-03-02 09:00")
      #expect(try await desk.store.nextChange() == nil)
      story.scan(.redirected, at: "2026-03-06 09:00", office: "100000", destination: "384050")
      try await desk.take(story, from: 1, at: "2026-03-09 08:00")
      try await desk.raise(at: "2026-03-12 08:00")
      #expect(try await desk.alerts() == ["breach firing"])
    },
    Promise(
      "an item declared lost before the day from which we watch raises nothing, one from then on does",
      since: instant("2026-03-05 00:00")
    ) { desk in
      var story = Scenario()
      for (item, time) in [(Scenario.item, "2026-03-04 09:00"), ("EA000000014VN", "2026-03-05 09:00")] {
        story.accept(item, at: "2026-03-02 08:15", carries: .result)
        story.scan(item, .lost, at: time)
      }
      try await desk.take(story, at: "2026-03-06 08:00")
      #expect(try await desk.alerts() == ["lost firing"])
      let line = try #require(try await desk.store.alerts(firingOnly: true, limit: 10).first)
      #expect(line.subject?.item == code("EA000000014VN"))
    },
  ]
}
