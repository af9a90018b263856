import Dossiers
import Store
import TestSupport
import Testing

extension StoreConformance {
  static let looking: [Promise] = [
    Promise("who looked at a dossier is kept, the newest look first, and told of that dossier alone") { desk in
      let looks = ["2026-03-02 09:00", "2026-03-02 09:05", "2026-03-02 09:05"].enumerated().map { number, time in
        Look(
          dossier: code(number == 2 ? "H18.101-260302-0002" : Scenario.dossier), at: instant(time),
          viewer: "lan\(number)", role: .inspector, address: "127.0.0.1", path: "/dossiers/x")
      }
      try await desk.store.note(looks)
      try await desk.store.note([])
      #expect(try await desk.store.looks(at: code(Scenario.dossier), limit: 10) == [looks[1], looks[0]])
      #expect(try await desk.store.looks(at: code(Scenario.dossier), limit: 1) == [looks[1]])
      #expect(try await desk.store.looks(at: code("H18.101-260302-0002"), limit: 10) == [looks[2]])
    },
    Promise("a part of the alerts is chosen by state, kind, agency and matter, and told page by page") { desk in
      var story = Scenario()
      story.sendFarFromTwoAgencies()
      try await desk.take(story, at: "2026-03-02 09:00")
      try await desk.raise(at: "2026-03-20 08:00")
      var selection = AlertSelection(limit: 10)
      let all = try await desk.store.alerts(selection)
      #expect(all.count == 2)
      #expect(
        try await desk.store.standingAlerts()
          == ["H18.101": 1, "H18.107": 1].reduce(into: [:]) { $0[code($1.key)] = $1.value })
      selection.origins = [code("H18.101")]
      let one = try await desk.store.alerts(selection)
      #expect(one.map(\.origin) == [code("H18.101")])
      #expect(try await desk.store.alert(one[0].id) == one[0])
      #expect(try await desk.store.alert(999) == nil)
      selection.origins = []
      #expect(try await desk.store.alerts(selection).isEmpty)
      selection.origins = nil
      selection.offset = 1
      #expect(try await desk.store.alerts(selection) == Array(all.dropFirst()))
      selection = AlertSelection(limit: 10)
      selection.kinds = ["lost"]
      #expect(try await desk.store.alerts(selection).isEmpty)
      selection.kinds = nil
      selection.matter = .ofThePost
      #expect(try await desk.store.alerts(selection).allSatisfy { $0.subject?.item != nil })
      selection.isStanding = false
      #expect(try await desk.store.alerts(selection).isEmpty)
    },
    Promise("an item is told with its uses, its deadlines and its scans, and the device that told them") { desk in
      var story = Scenario()
      story.accept(at: "2026-03-02 08:15")
      story.scan(.delivered, at: "2026-03-02 16:00")
      try await desk.take(story, at: "2026-03-02 17:00")
      let report = try #require(try await desk.store.item(code(Scenario.item), at: instant("2026-03-02 17:00")))
      #expect(report.uses.map(\.shipment.stage) == [.delivered])
      #expect(report.uses[0].deadlines.contains { $0.deadline.clock == .collect })
      #expect(report.events.map(\.word) == ["accepted", "delivered"])
      #expect(try await desk.store.item(code("EA000000014VN"), at: instant("2026-03-02 17:00")) == nil)
      let devices = try await desk.store.devices(of: nil)
      #expect(!devices.isEmpty && devices.allSatisfy { $0.heard == instant("2026-03-02 17:00") })
      #expect(try await desk.store.devices(of: devices[0].source.office).contains(devices[0]))
      #expect(try await desk.store.devices(of: code("999999")).isEmpty)
    },
  ]
}
