import Dossiers
import Store
import TestSupport
import Testing

extension StoreConformance {
  static let alerts: [Promise] = [
    Promise("a warning is raised at its instant, and once however often it is asked for") { desk in
      var story = Scenario()
      story.sendFar()
      try await desk.take(story, at: "2026-03-02 09:00")
      try await desk.raise(at: "2026-03-04 07:29")
      #expect(try await desk.alerts().isEmpty)
      try await desk.raise(at: "2026-03-04 07:30")
      #expect(try await desk.tell(at: "2026-03-04 07:30") == [.warning])
      for time in ["2026-03-04 07:30", "2026-03-04 08:00", "2026-03-06 23:59"] { try await desk.raise(at: time) }
      #expect(try await desk.tell(at: "2026-03-06 23:59").isEmpty)
      let line = try #require(try await desk.store.alerts(firingOnly: true, limit: 10).first)
      #expect(line.kind == "warning" && line.since == instant("2026-03-04 07:30"))
      #expect(line.agency == code("H18.101") && line.subject?.item == code(Scenario.item))
      #expect(line.subject?.dossiers == [code(Scenario.dossier)] && line.subject?.lastDay == day("2026-03-06"))
    },
    Promise("a deadline that had ended late when it was first heard of raises nothing, and is a figure") { desk in
      var story = Scenario()
      story.sendFar()
      story.scan(.delivered, at: "2026-03-09 15:00", office: "100000")
      try await desk.take(story, at: "2026-03-10 09:00")
      try await desk.raise(at: "2026-03-10 09:00")
      #expect(try await desk.alerts().isEmpty)
      let report = try await desk.report(at: "2026-03-10 09:00")
      #expect(report?.deadlines.first { $0.clock == .collect }?.state(at: instant("2026-03-10 09:00")) == .metLate)
    },
    Promise("a breach bears its due instant, however late it is noticed") { desk in
      var story = Scenario()
      story.sendFar()
      try await desk.take(story, at: "2026-03-02 09:00")
      try await desk.raise(at: "2026-03-09 08:00")
      let line = try #require(try await desk.store.alerts(firingOnly: true, limit: 10).first)
      #expect(line.kind == "breach" && line.since == instant("2026-03-07 00:00"))
      #expect(line.raised == instant("2026-03-09 08:00"))
      #expect(try await desk.tell(at: "2026-03-09 08:00") == [.breach])
      for _ in 0..<3 { try await desk.raise(at: "2026-03-10 08:00") }
      #expect(try await desk.tell(at: "2026-03-10 08:00").isEmpty)
    },
    Promise("a breach whose only evidence was voided is closed") { desk in
      var story = Scenario()
      let acceptance = story.sendFar()
      try await desk.take(story, at: "2026-03-02 09:00")
      try await desk.raise(at: "2026-03-09 08:00")
      story.void(acceptance, at: "2026-03-09 09:00")
      try await desk.take(story, from: 1, at: "2026-03-09 09:00")
      #expect(try await desk.alerts() == ["breach cancelled"])
    },
    Promise("a breach whose end was voided fires again") { desk in
      var story = Scenario()
      story.accept(at: "2026-03-02 08:15", carries: .result)
      let delivery = story.scan(.delivered, at: "2026-03-05 09:00")
      try await desk.take(Array(story.events.prefix(1)), at: "2026-03-02 09:00")
      try await desk.raise(at: "2026-03-04 08:00")
      try await desk.take(story, from: 1, at: "2026-03-05 09:00")
      #expect(try await desk.alerts() == ["breach resolved"])
      story.void(delivery, at: "2026-03-05 10:00")
      try await desk.take(story, from: 2, at: "2026-03-05 10:00")
      try await desk.raise(at: "2026-03-05 10:00")
      #expect(try await desk.alerts() == ["breach firing"])
    },
    Promise("an item's alert is its own agency's, also when the item was used again for another") { desk in
      var story = Scenario()
      story.accept(at: "2026-03-02 08:15", carries: .result)
      story.scan(.lost, at: "2026-03-02 09:00")
      story.accept(at: "2026-09-03 08:15", carries: .result, agency: "H18.107", dossiers: ["H18.107-260903-0001"])
      try await desk.take(story, at: "2026-09-03 09:00")
      try await desk.raise(at: "2026-09-03 09:00")
      let lines = try await desk.store.alerts(firingOnly: true, limit: 10)
      let ofMarch = lines.filter { $0.since < instant("2026-09-01 08:00") }
      #expect(ofMarch.map(\.agency) == [code("H18.101"), code("H18.101")])
      #expect(lines.filter { $0.since > instant("2026-09-01 08:00") }.map(\.agency) == [code("H18.107")])
    },
  ]
}
