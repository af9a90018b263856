import Dossiers
import Store
import TestSupport
import Testing

extension Desk {
  /// A breach of the envelope to another province, told on 7 March.
  static func breachTold(_ desk: Desk) async throws -> Scenario {
    var story = Scenario()
    story.sendFar()
    try await desk.take(story, at: "2026-03-02 09:00")
    try await desk.raise(at: "2026-03-07 08:00")
    #expect(try await desk.tell(at: "2026-03-07 08:00") == [.breach])
    return story
  }
}

extension StoreConformance {
  static let telling: [Promise] = [
    Promise("what is due on a short term is in the list of alerts and in no mail until it is missed") { desk in
      var story = Scenario()
      story.accept(at: "2026-03-02 08:15")
      try await desk.take(story, at: "2026-03-02 09:00")
      try await desk.raise(at: "2026-03-02 09:00")
      #expect(try await desk.alerts() == ["warning firing"])
      #expect(try await desk.store.counts().outbox == 0)
      try await desk.raise(at: "2026-03-04 00:00")
      #expect(try await desk.tell(at: "2026-03-04 00:00") == [.breach])
    },
    Promise("a breach stands in for the warning that nobody was told of") { desk in
      var story = Scenario()
      story.sendFar()
      try await desk.take(story, at: "2026-03-02 09:00")
      try await desk.raise(at: "2026-03-04 07:30")
      #expect(try await desk.store.counts().outbox == 1)
      try await desk.raise(at: "2026-03-07 08:00")
      #expect(try await desk.tell(at: "2026-03-07 08:00") == [.breach])
    },
    Promise("a notice whose reason has gone before it is claimed is not sent") { desk in
      var story = Scenario()
      story.sendFar()
      try await desk.take(story, at: "2026-03-02 09:00")
      try await desk.raise(at: "2026-03-04 07:30")
      story.scan(.delivered, at: "2026-03-04 07:31", office: "100000")
      try await desk.take(story, from: 1, at: "2026-03-04 07:32")
      #expect(try await desk.tell(at: "2026-03-04 08:00").isEmpty)
      #expect(try await desk.store.nextMail() == nil)
    },
    Promise("a notice whose reason goes while its mail is tried again is not sent") { desk in
      var story = Scenario()
      story.sendFar()
      try await desk.take(story, at: "2026-03-02 09:00")
      try await desk.raise(at: "2026-03-07 08:00")
      let mail = try #require(try await desk.claim(at: "2026-03-07 08:00"))
      try await desk.store.settle(
        mail, .failed(why: "451", retry: instant("2026-03-07 08:10")), at: instant("2026-03-07 08:00"))
      story.scan(.delivered, at: "2026-03-06 09:00", office: "100000")
      try await desk.take(story, from: 1, at: "2026-03-07 08:05")
      #expect(try await desk.tell(at: "2026-03-07 09:00").isEmpty)
      #expect(try await desk.store.counts().outbox == 0)
      #expect(try await desk.store.nextMail() == nil)
    },
    Promise("to be deaf is raised once, told to the operator, and resolved once") { desk in
      let since = instant("2026-03-02 08:00")
      #expect(try await desk.store.setDeaf(since: since, at: instant("2026-03-02 08:05")))
      #expect(try await !desk.store.setDeaf(since: since, at: instant("2026-03-02 08:06")))
      let mail = try #require(try await desk.claim(at: "2026-03-02 08:06"))
      #expect(mail.receiver == ReceiverID(.operator) && mail.notices.map(\.what) == [.deaf])
      #expect(mail.notices.map(\.since) == [since] && mail.notices.map(\.subject) == [nil])
      try await desk.accept(mail, at: "2026-03-02 08:06")
      #expect(try await desk.store.setDeaf(since: nil, at: instant("2026-03-02 08:10")))
      #expect(try await !desk.store.setDeaf(since: nil, at: instant("2026-03-02 08:11")))
      #expect(try await desk.alerts() == ["deaf resolved"])
      #expect(try await desk.tell(at: "2026-03-02 08:11") == [.resolved])
      #expect(try await desk.store.setDeaf(since: since, at: instant("2026-03-02 09:00")))
      #expect(try await desk.alerts() == ["deaf resolved", "deaf firing"])
    },
  ]
}
