import Dossiers
import Store
import TestSupport
import Testing

extension StoreConformance {
  static let use: [Promise] = [
    Promise("totals are kept by agency, procedure and month; one that is told again takes the place of the first") {
      desk in
      let totals = [total("H18.101", "2026-01", 40), total("H18.101", "2026-02", 41), total("H18.107", "2026-02", 9)]
      for _ in 0..<2 {
        try await desk.store.setTotals(totals, by: "lan", at: instant("2026-03-02 08:00"))
        #expect(try await desk.store.totals(from: month("2026-01"), through: month("2026-12")) == totals)
      }
      try await desk.store.setTotals([total("H18.101", "2026-02", 0)], by: "lan", at: instant("2026-03-03 08:00"))
      #expect(try await desk.store.totals(from: month("2026-02"), through: month("2026-02")).map(\.received) == [0, 9])
      #expect(try await desk.store.totals(from: month("2026-03"), through: month("2026-12")).isEmpty)
    },
    Promise("totals one of which cannot be kept are kept not at all") { desk async throws in
      let totals = [total("H18.101", "2026-01", 40), total("H18.101", "2026-02", -1)]
      await #expect(throws: StoreError.self) {
        try await desk.store.setTotals(totals, by: "lan", at: instant("2026-03-02 08:00"))
      }
      #expect(try await desk.store.totals(from: month("2026-01"), through: month("2026-12")).isEmpty)
    },
    Promise("dossiers by post are counted once each, by the month of their codes, the same in any portions") { desk in
      var story = Scenario()
      story.everyWay()
      try await desk.take(story, at: "2026-03-20 09:00")
      let all = [
        count("H18.101", "2026-02", collected: 0, returned: 1, posted: 1),
        count("H18.101", "2026-03", collected: 2, returned: 2, posted: 3),
        count("H18.107", "2026-03", collected: 1, returned: 0, posted: 1),
      ]
      for portion in 1...8 {
        let counts = try await desk.store.posted(
          from: month("2026-02"), through: month("2026-03"), portion: portion)
        #expect(counts == all, "portions of \(portion)")
      }
      #expect(try await desk.store.posted(from: month("2026-03"), through: month("2026-03")) == Array(all.dropFirst()))
      #expect(try await desk.store.posted(from: month("1999-01"), through: month("2099-12")) == all)
      #expect(try await desk.store.posted(from: month("2026-04"), through: month("9999-12")).isEmpty)
      #expect(try await desk.store.posted(from: month("2026-03"), through: month("2026-02")).isEmpty)
    },
    Promise("a posting that was withdrawn or voided is none, and a dossier that came and went otherwise is not counted")
    {
      desk in
      var story = Scenario()
      let wrong = story.accept(at: "2026-03-02 08:15")
      story.accept("EA000000014VN", at: "2026-03-02 08:16", dossiers: ["H18.101-260302-0002"])
      story.scan("EA000000014VN", .cancelled, at: "2026-03-02 08:30", office: "381100")
      story.received("H18.101-260302-0003", at: "2026-03-02 09:00", procedure: "1.004884")
      story.void(wrong, at: "2026-03-02 09:30")
      try await desk.take(story, at: "2026-03-02 10:00")
      #expect(try await desk.store.posted(from: month("2026-03"), through: month("2026-03")).isEmpty)
    },
  ]

  private static func month(_ text: String) -> CalendarMonth {
    CalendarMonth(text) ?? { preconditionFailure("'\(text)' is no month") }()
  }

  private static func total(_ agency: String, _ month: String, _ received: Int) -> ReceivedTotal {
    ReceivedTotal(agency: code(agency), procedure: code("1.004884"), month: self.month(month), received: received)
  }

  private static func count(
    _ agency: String, _ month: String, collected: Int, returned: Int, posted: Int
  ) -> PostedCount {
    PostedCount(
      agency: code(agency), procedure: code("1.004884"), month: self.month(month), collected: collected,
      returned: returned, posted: posted)
  }
}

extension Scenario {
  /// Dossiers that came by post, went by post, or both, of two agencies and months; one with a code that no key packs.
  fileprivate mutating func everyWay() {
    accept("EA123456785VN", at: "2026-03-02 08:15", dossiers: ["H18.101-260302-0001"])
    scan("EA123456785VN", .delivered, at: "2026-03-03 09:00")
    accept(
      "EA000000014VN", at: "2026-03-10 08:15", carries: .result,
      dossiers: ["H18.101-260302-0001", "H18.101-260228-0007", "H18.101-260303-000009"])
    accept("EA000000005VN", at: "2026-03-04 08:15", dossiers: ["H18.101-260304-0001"])
    accept("EA000000028VN", at: "2026-03-04 08:15", agency: "H18.107", dossiers: ["H18.107-260304-0001"])
  }
}
