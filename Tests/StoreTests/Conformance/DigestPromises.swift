import Dossiers
import Store
import TestSupport
import Testing

extension StoreConformance {
  private static let daily = Telling(
    routing: Routing(tree: .usual(Timing(groupWait: .zero, groupInterval: .zero, hours: .any)), digestAt: 27_000),
    correctionWait: .zero)

  static let digests: [Promise] = [
    Promise("on working days each lead is told once what is late, what is near, and what reached citizens") { desk in
      await desk.store.goBy(daily)
      #expect(try await !desk.store.writeDigests(at: instant("2026-03-05 09:00")))
      var story = Scenario()
      story.accept(at: "2026-03-05 08:15", carries: .result)
      story.accept("EA000000014VN", at: "2026-03-06 08:20", carries: .result, dossiers: ["H18.101-260302-0002"])
      story.scan(.delivered, at: "2026-03-06 10:00")
      try await desk.take(story, at: "2026-03-06 11:00")
      try await desk.raise(at: "2026-03-09 07:30")
      #expect(try await desk.receiver(at: "2026-03-09 07:30") == nil)
      #expect(try await desk.store.writeDigests(at: instant("2026-03-09 07:30")))
      #expect(try await !desk.store.writeDigests(at: instant("2026-03-09 07:31")))
      let mail = try #require(try await desk.claim(at: "2026-03-09 07:31"))
      let digest = try #require(mail.digest)
      #expect(mail.receiver.text == "lead/H18.101" && mail.notices.isEmpty)
      #expect(digest.dueSoon.flatMap { $0.subject?.dossiers.map(\.text) ?? [] } == ["H18.101-260302-0002"])
      #expect(digest.overdue.isEmpty)
      #expect(digest.delivered.map(\.item.text) == [Scenario.item])
      try await desk.accept(mail, at: "2026-03-09 07:31")
      #expect(try await desk.store.nextMail() == nil)
    },
    Promise("a delivery is in one digest, whenever it was heard of") { desk in
      await desk.store.goBy(daily)
      _ = try await desk.store.writeDigests(at: instant("2026-03-05 09:00"))
      _ = try await desk.store.writeDigests(at: instant("2026-03-06 09:00"))
      var story = Scenario()
      story.accept(at: "2026-03-05 08:15", carries: .result)
      story.scan(.delivered, at: "2026-03-05 10:00")
      try await desk.take(story, at: "2026-03-06 11:00")
      #expect(try await desk.store.writeDigests(at: instant("2026-03-09 07:30")))
      let mail = try #require(try await desk.claim(at: "2026-03-09 07:31"))
      #expect(mail.digest?.delivered.count == 1)
      try await desk.accept(mail, at: "2026-03-09 07:31")
      #expect(try await !desk.store.writeDigests(at: instant("2026-03-10 07:30")))
      #expect(try await desk.store.nextMail() == nil)
    },
  ]

  static let histories: [Promise] = [
    Promise("the life of an alert tells how it changed and by what, and who was told") { desk in
      var story = try await Desk.escalatingBreach(desk)
      try await desk.raise(at: "2026-03-10 00:00")
      try await desk.tell(at: "2026-03-10 00:00")
      let last = story.scan(.delivered, at: "2026-03-10 09:00", office: "100000")
      try await desk.take(story, from: 1, at: "2026-03-10 09:01")
      let history = try #require(try await desk.store.histories(of: code(Scenario.dossier)).first)
      #expect(
        history.changes.map { "\($0.what) by \($0.cause)" }
          == ["breach by time", "escalated to head by time", "resolved by evidence"])
      #expect(history.changes.last?.event == last)
      #expect(
        history.told.map { "\($0.receiver) \($0.what.rawValue) \($0.reason.rawValue) \($0.step)" }
          == ["lead/H18.101 breach first 0", "head/H18.101 breach escalated 1"])
      #expect(history.waiting.map(\.what) == [.resolved, .resolved])
    }
  ]
}
