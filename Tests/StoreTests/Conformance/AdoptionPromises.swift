import Dossiers
import Store
import TestSupport
import Testing

extension StoreConformance {
  /// The sample's calendar with 5 March off.
  private static let withHoliday = RulesDocument(
    calendar: SampleRules.definition(off: SampleRules.daysOff + ["2026-03-05"], worked: ["2026-01-10", "2026-08-22"]),
    policy: SampleRules.policy, registry: SampleRules.registry)

  static let adoption: [Promise] = [
    Promise("rules that have not changed are not recorded again") { desk async throws in
      #expect(try await !desk.store.adopt(Desk.document, at: instant("2026-03-02 08:00")))
      #expect(try await desk.store.adopt(withHoliday, at: instant("2026-03-02 09:00")))
      #expect(try await !desk.store.adopt(withHoliday, at: instant("2026-03-02 10:00")))
      #expect(try await desk.store.adopt(Desk.document, at: instant("2026-03-02 11:00")))
    },
    Promise("a new calendar moves the deadlines that are open and none that has ended") { desk in
      var story = Scenario()
      story.sendFar()
      story.accept("EA000000014VN", at: "2026-03-02 08:15", destination: "100000", dossiers: ["H18.101-260302-0002"])
      story.scan("EA000000014VN", .cancelled, at: "2026-03-02 08:30", office: "381100")
      try await desk.take(story, at: "2026-03-02 09:00")
      _ = try await desk.store.adopt(withHoliday, at: instant("2026-03-02 10:00"))
      try await desk.replan(at: "2026-03-02 10:00")
      #expect(try await desk.report(at: "2026-03-02 11:00")?.lastDay(.collect) == "2026-03-09")
      #expect(try await desk.report("H18.101-260302-0002", at: "2026-03-02 11:00")?.lastDay(.collect) == "2026-03-06")
      try await desk.raise(at: "2026-03-07 00:00")
      #expect(try await desk.alerts() == ["warning firing"])
      #expect(try await desk.store.nextChange() == instant("2026-03-10 00:00"))
    },
    Promise("a replanning that nobody goes on with is gone on with before anything is raised") { desk in
      var story = Scenario()
      story.sendFar()
      try await desk.take(story, at: "2026-03-02 09:00")
      try await desk.raise(at: "2026-03-07 08:00")
      try await desk.tell(at: "2026-03-07 08:00")
      #expect(try await desk.alerts() == ["breach firing"])
      _ = try await desk.store.adopt(withHoliday, at: instant("2026-03-07 09:00"))
      let next = try #require(try await desk.store.nextChange())
      #expect(next <= instant("2026-03-07 09:00"))
      try await desk.raise(at: "2026-03-07 09:00")
      #expect(try await desk.alerts() == ["warning firing"])
      #expect(try await desk.tell(at: "2026-03-07 09:00") == [.retracted])
      #expect(try await desk.store.nextChange() == instant("2026-03-10 00:00"))
    },
  ]
}
