import Dossiers
import Store
import TestSupport
import Testing

extension StoreConformance {
  static let mishaps: [Promise] = [
    Promise("a loss is told at once and resolved by a later scan, told to whoever was told") { desk in
      var story = Scenario()
      story.sendFar()
      story.scan(.lost, at: "2026-03-02 20:00")
      try await desk.take(story, at: "2026-03-02 20:01")
      #expect(try await desk.alerts() == ["lost firing"])
      #expect(try await desk.tell(at: "2026-03-02 20:02") == [.lost])
      story.scan(.arrived, at: "2026-03-03 08:00", office: "100000")
      try await desk.take(story, from: 2, at: "2026-03-03 08:01")
      #expect(try await desk.alerts() == ["lost resolved"])
      #expect(try await desk.tell(at: "2026-03-03 08:02") == [.resolved])
    },
    Promise("a loss that was found before anyone was told is told to nobody") { desk in
      var story = Scenario()
      story.sendFar()
      story.scan(.lost, at: "2026-03-02 20:00")
      try await desk.take(story, at: "2026-03-02 20:01")
      story.scan(.arrived, at: "2026-03-03 08:00", office: "100000")
      try await desk.take(story, from: 2, at: "2026-03-03 08:01")
      #expect(try await desk.tell(at: "2026-03-03 08:02").isEmpty)
      #expect(try await desk.store.counts().outbox == 0)
    },
    Promise("a loss that was voided is retracted") { desk in
      var story = Scenario()
      story.sendFar()
      let loss = story.scan(.lost, at: "2026-03-02 20:00")
      try await desk.take(story, at: "2026-03-02 20:01")
      try await desk.tell(at: "2026-03-02 20:02")
      story.void(loss, at: "2026-03-02 21:00")
      try await desk.take(story, from: 2, at: "2026-03-02 21:00")
      #expect(try await desk.alerts() == ["lost retracted"])
      #expect(try await desk.tell(at: "2026-03-02 21:01") == [.retracted])
    },
    Promise("a loss whose finding was voided fires again") { desk in
      var story = Scenario()
      story.sendFar()
      story.scan(.lost, at: "2026-03-02 20:00")
      let finding = story.scan(.arrived, at: "2026-03-03 08:00", office: "100000")
      try await desk.take(Array(story.events.prefix(2)), at: "2026-03-02 20:01")
      try await desk.tell(at: "2026-03-02 20:02")
      try await desk.take(story, from: 2, at: "2026-03-03 08:01")
      story.void(finding, at: "2026-03-03 09:00")
      try await desk.take(story, from: 3, at: "2026-03-03 09:00")
      #expect(try await desk.alerts() == ["lost firing"])
      // Nobody was told that it was found, so nobody is told again that it is lost.
      #expect(try await desk.tell(at: "2026-03-03 09:01").isEmpty)
    },
    Promise("a loss declared earlier than the one known stands in its place") { desk in
      var story = Scenario()
      story.sendFar()
      story.scan(.lost, at: "2026-03-02 20:00")
      try await desk.take(story, at: "2026-03-02 20:01")
      story.scan(.lost, at: "2026-03-02 18:00")
      try await desk.take(story, from: 2, at: "2026-03-02 21:00")
      let lines = try await desk.store.alerts(firingOnly: true, limit: 10)
      #expect(lines.map(\.since) == [instant("2026-03-02 18:00"), instant("2026-03-02 20:00")])
    },
    Promise("damage is told at once and resolved when the item is handed over") { desk in
      var story = Scenario()
      story.accept(at: "2026-03-02 08:15", carries: .result)
      story.scan(.damaged, at: "2026-03-02 09:00")
      try await desk.take(story, at: "2026-03-02 09:01")
      #expect(try await desk.tell(at: "2026-03-02 09:02") == [.damaged])
      story.scan(.arrived, at: "2026-03-02 10:00")
      try await desk.take(story, from: 2, at: "2026-03-02 10:01")
      #expect(try await desk.alerts() == ["damaged firing"])
      story.scan(.delivered, at: "2026-03-02 15:00")
      try await desk.take(story, from: 3, at: "2026-03-02 15:01")
      #expect(try await desk.alerts() == ["damaged resolved"])
    },
    Promise("an item is lost once, whatever number of dossiers it carries") { desk in
      var story = Scenario()
      story.accept(at: "2026-03-02 08:15", destination: "100000", dossiers: [Scenario.dossier, "H18.101-260302-0002"])
      story.scan(.lost, at: "2026-03-02 20:00")
      try await desk.take(story, at: "2026-03-02 20:01")
      let lines = try await desk.store.alerts(firingOnly: true, limit: 10)
      #expect(lines.map(\.subject?.dossiers) == [[code(Scenario.dossier), code("H18.101-260302-0002")]])
    },
  ]
}
