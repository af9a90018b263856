import Dossiers
import Store
import TestSupport
import Testing

extension StoreConformance {
  static let mergers: [Promise] = [
    Promise("a merged agency's alerts and mails are its successor's from the day after, known by where they come from")
    {
      desk in
      let (old, new) = (code("H18.101") as AgencyCode, code("H18.107") as AgencyCode)
      var story = Scenario()
      story.sendFarFromTwoAgencies()
      try await desk.take(story, at: "2026-03-02 09:00")
      let registry = SampleRules.registry(merging: "H18.101", into: "H18.107", after: "2026-03-09")
      let document = RulesDocument(
        calendar: SampleRules.calendarDefinition, policy: SampleRules.policy, registry: registry)
      _ = try await desk.store.adopt(document, at: instant("2026-03-05 08:00"))
      try await desk.replan(at: "2026-03-05 08:00")

      try await desk.raise(at: "2026-03-09 08:00")
      var recipients: Set<AgencyCode?> = []
      while let mail = try await desk.claim(at: "2026-03-09 08:00") {
        recipients.insert(mail.receiver.agency)
        try await desk.accept(mail, at: "2026-03-09 08:01")
      }
      #expect(recipients == [old, new])
      let line = try #require(try await desk.store.alerts(firingOnly: true, limit: 9).first { $0.origin == old })
      #expect(line.agency(on: day("2026-03-09"), in: registry) == old)
      #expect(line.agency(on: day("2026-03-10"), in: registry) == new)

      story.scan(.delivered, at: "2026-03-11 09:00", office: "100000")
      try await desk.take(story, from: 2, at: "2026-03-11 09:05")
      let mail = try #require(try await desk.claim(at: "2026-03-11 10:00"))
      #expect(mail.receiver.agency == new && mail.notices.map(\.what) == [.resolved])
      #expect(mail.notices.first?.subject?.origin == old)
      let closed = try #require(try await desk.store.alerts(firingOnly: false, limit: 9).first { $0.origin == old })
      #expect(closed.over == instant("2026-03-11 09:05") && closed.agency(on: .init(closed.since), in: registry) == new)
      let report = try #require(try await desk.report(at: "2026-03-11 10:00"))
      #expect(report.agency == new && report.origin == old)
    },
    Promise("what waits over the night of a merger leaves in one mail with what the successor is told") { desk in
      var story = Scenario()
      story.sendFarFromTwoAgencies()
      try await desk.take(story, at: "2026-03-02 09:00")
      let registry = SampleRules.registry(merging: "H18.101", into: "H18.107", after: "2026-03-09")
      _ = try await desk.store.adopt(
        RulesDocument(calendar: SampleRules.calendarDefinition, policy: SampleRules.policy, registry: registry),
        at: instant("2026-03-05 08:00"))
      try await desk.raise(at: "2026-03-09 08:00")
      let mail = try #require(try await desk.claim(at: "2026-03-10 07:30"))
      #expect(mail.receiver.agency == code("H18.107"))
      #expect(Set(mail.notices.compactMap(\.subject?.origin)) == [code("H18.101"), code("H18.107")])
      try await desk.accept(mail, at: "2026-03-10 07:31")
      #expect(try await desk.claim(at: "2026-03-10 07:32") == nil)
    },
  ]
}
