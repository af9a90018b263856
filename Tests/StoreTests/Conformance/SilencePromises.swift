import Dossiers
import Store
import TestSupport
import Testing

extension StoreConformance {
  static let silences: [Promise] = [
    Promise("what is silenced is told to nobody while it lasts, stands all the same, and is told when it ends") {
      desk in
      var story = Scenario()
      story.sendFarFromTwoAgencies()
      try await desk.take(story, at: "2026-03-02 09:00")
      let silence = try await desk.store.silence(
        [Matcher(.agency, ["H18.101"])], by: "lan", reason: "moving house", from: instant("2026-03-02 10:00"),
        until: instant("2026-03-08 08:00"), at: instant("2026-03-02 10:00"))
      #expect(try await desk.store.silences(at: instant("2026-03-03 00:00")) == [silence])
      try await desk.raise(at: "2026-03-07 08:00")
      #expect(try await desk.alerts() == ["breach firing", "breach firing"])
      #expect(try await desk.receiver(at: "2026-03-07 08:00") == "lead/H18.107: breach first")
      #expect(try await desk.receiver(at: "2026-03-08 07:59") == nil)
      #expect(try await desk.store.nextMail() == instant("2026-03-08 08:00"))
      #expect(try await desk.receiver(at: "2026-03-08 08:00") == "lead/H18.101: breach first")
      #expect(try await desk.store.silences(at: instant("2026-03-08 08:00")).isEmpty)
    },
    Promise("a silence that is ended early lets go what it held back, and can be ended once") { desk in
      var story = Scenario()
      story.sendFar()
      try await desk.take(story, at: "2026-03-02 09:00")
      let silence = try await desk.store.silence(
        [Matcher(.kind, ["breach"])], by: "lan", reason: "a drill", from: instant("2026-03-02 10:00"),
        until: instant("2026-03-30 08:00"), at: instant("2026-03-02 10:00"))
      try await desk.raise(at: "2026-03-07 08:00")
      #expect(try await desk.receiver(at: "2026-03-07 08:00") == nil)
      #expect(try await desk.store.expireSilence(silence.id, at: instant("2026-03-07 09:00")))
      #expect(try await !desk.store.expireSilence(silence.id, at: instant("2026-03-07 09:01")))
      #expect(try await desk.receiver(at: "2026-03-07 09:00") == "lead/H18.101: breach first")
    },
    Promise("what is over before its silence ends is told to nobody") { desk in
      var story = Scenario()
      story.sendFar()
      try await desk.take(story, at: "2026-03-02 09:00")
      _ = try await desk.store.silence(
        [Matcher(.item, ["EA*"])], by: "lan", reason: "a drill", from: instant("2026-03-02 10:00"),
        until: instant("2026-03-09 08:00"), at: instant("2026-03-02 10:00"))
      try await desk.raise(at: "2026-03-07 08:00")
      #expect(try await desk.receiver(at: "2026-03-07 08:00") == nil)
      story.scan(.delivered, at: "2026-03-08 09:00", office: "100000")
      try await desk.take(story, from: 1, at: "2026-03-08 09:01")
      #expect(try await desk.receiver(at: "2026-03-09 08:00") == nil)
      #expect(try await desk.store.counts().outbox == 0)
    },
  ]
}
