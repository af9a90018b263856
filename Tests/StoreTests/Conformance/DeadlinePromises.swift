import Dossiers
import Store
import TestSupport
import Testing

extension Scenario {
  /// The dossier's envelope to another province: four working days, due when 6 March is over, near from the morning of
  /// the 4th.
  @discardableResult
  mutating func sendFar() -> EventIdentity { accept(at: "2026-03-02 08:15", destination: "100000") }

  /// The same, and an item of another agency, H18.107, beside it.
  mutating func sendFarFromTwoAgencies() {
    sendFar()
    accept(
      "EA000000014VN", at: "2026-03-02 08:15", agency: "H18.107", destination: "100000",
      dossiers: ["H18.107-260302-0001"])
  }
}

extension StoreConformance {
  static let deadlines: [Promise] = [
    Promise("the next change is the warning of the nearest deadline, then its breach") { desk in
      var story = Scenario()
      story.sendFar()
      #expect(try await desk.store.nextChange() == nil)
      try await desk.take(story, at: "2026-03-02 09:00")
      #expect(try await desk.store.nextChange() == instant("2026-03-04 07:30"))
      try await desk.raise(at: "2026-03-04 07:30")
      #expect(try await desk.store.nextChange() == instant("2026-03-07 00:00"))
      try await desk.raise(at: "2026-03-07 00:00")
      #expect(try await desk.store.nextChange() == nil)
    },
    Promise("a deadline that ended needs no look any more") { desk in
      var story = Scenario()
      story.accept(at: "2026-03-02 08:15", carries: .result)
      story.scan(.delivered, at: "2026-03-02 15:00")
      try await desk.take(story, at: "2026-03-02 16:00")
      #expect(try await desk.store.nextChange() == nil)
    },
    Promise("a date that was told ends the way with the slip, and voided it runs again") { desk in
      var story = Scenario()
      story.accept(at: "2026-03-02 08:15", slip: true)
      story.scan(.delivered, at: "2026-03-02 15:00")
      try await desk.take(story, at: "2026-03-02 16:00")
      let told = story.note(.dateTold(promised: day("2026-03-09")), at: "2026-03-03 09:00")
      try await desk.take(story, from: 2, at: "2026-03-03 10:00")
      story.void(told, at: "2026-03-03 11:00")
      try await desk.take(story, from: 3, at: "2026-03-03 11:00")
      try await desk.raise(at: "2026-03-10 08:00")
      #expect(try await desk.alerts().filter { $0 == "breach firing" }.count == 2)
    },
    Promise("a closure excuses what is open and what has ended, and voided it excuses nothing") { desk in
      var story = Scenario()
      story.accept(at: "2026-03-02 08:15", carries: .result)
      try await desk.take(story, at: "2026-03-02 09:00")
      try await desk.raise(at: "2026-03-05 08:00")
      try await desk.tell(at: "2026-03-05 08:00")
      story.scan(.delivered, at: "2026-03-05 09:00")
      try await desk.take(story, from: 1, at: "2026-03-05 10:00")
      #expect(try await desk.alerts() == ["breach resolved"])
      let closure = story.closure(
        from: "2026-03-03 00:00", until: "2026-03-05 00:00", .office(code("380000")), declared: "2026-03-06 08:00")
      try await desk.take(story, from: 2, at: "2026-03-06 09:00")
      try await desk.raise(at: "2026-03-06 09:00")
      #expect(try await desk.alerts() == ["breach retracted"])
      story.void(closure, at: "2026-03-06 10:00", by: "/operators/lan")
      try await desk.take(story, from: 3, at: "2026-03-06 10:00")
      try await desk.raise(at: "2026-03-06 10:00")
      #expect(try await desk.alerts() == ["breach resolved"])
    },
    Promise("a closure lists the running deadlines behind it, and none that it does not move") { desk in
      var story = Scenario()
      story.accept(at: "2026-03-02 08:15", carries: .result)
      let closed = story.closure(
        from: "2026-03-03 00:00", until: "2026-03-05 00:00", .office(code("380000")), declared: "2026-03-02 09:00")
      story.closure(
        from: "2026-02-20 00:00", until: "2026-02-22 00:00", .office(code("380000")), declared: "2026-03-02 09:01")
      try await desk.take(story, at: "2026-03-02 10:00")
      let closures = try await desk.store.closures().map(\.closure)
      let behind = try await desk.store.deadlines(behind: closures[0], limit: 10)
      #expect(behind.map(\.clock).contains(.return))
      #expect(behind.allSatisfy { $0.item != nil && $0.deadline?.end == nil })
      #expect(try await desk.store.deadlines(behind: closures[0], limit: 0).isEmpty)
      #expect(try await desk.store.deadlines(behind: closures[1], limit: 10).isEmpty)
      story.void(closed, at: "2026-03-02 11:00", by: "/operators/lan")
      story.scan(.delivered, at: "2026-03-02 12:00")
      try await desk.take(story, from: 3, at: "2026-03-02 13:00")
      #expect(try await desk.store.deadlines(behind: closures[0], limit: 10).isEmpty)
    },
  ]
}
