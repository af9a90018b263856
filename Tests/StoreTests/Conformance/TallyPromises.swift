import Dossiers
import Store
import TestSupport
import Testing

extension StoreConformance {
  private static let watchful: Telling = {
    var routing = Routing(tree: .usual(Timing(groupWait: .zero, groupInterval: .zero, hours: .any)))
    routing.tallyAfter = .hours(24)
    return Telling(routing: routing, correctionWait: .zero)
  }()

  static let tallies: [Promise] = [
    Promise("a hand-over list that differs from the scans a day later is one alert, until late scans make it equal") {
      desk in
      await desk.store.goBy(watchful)
      var story = Scenario()
      story.accept(at: "2026-03-02 08:15")
      story.tally("2026-03-02", accepted: 2, delivered: 0, at: "2026-03-02 17:00")
      try await desk.take(story, at: "2026-03-02 17:01")
      #expect(try await desk.compare(at: "2026-03-03 23:59") == [])
      #expect(try await desk.compare(at: "2026-03-04 00:00") == ["381100 2026-03-02"])
      #expect(try await desk.compare(at: "2026-03-04 00:01") == ["381100 2026-03-02"])
      let mail = try #require(try await desk.claim(at: "2026-03-04 00:01"))
      #expect(mail.receiver.text == "provincial-post" && mail.notices.map(\.what) == [.tallyDiffers])
      let subject = try #require(mail.notices.first?.subject)
      #expect(subject.office == code("381100") && subject.matter == nil)
      #expect(mail.notices.first?.since == instant("2026-03-04 00:00"))
      #expect(subject.tally?.listed == .init(accepted: 2, delivered: 0))
      #expect(subject.tally?.scanned == .init(accepted: 1, delivered: 0))
      try await desk.accept(mail, at: "2026-03-04 00:01")
      #expect(try await desk.claim(at: "2026-03-04 00:02") == nil)

      story.accept("EA000000014VN", at: "2026-03-02 09:00", dossiers: ["H18.101-260302-0002"])
      try await desk.take(story, from: 2, at: "2026-03-04 09:00")
      #expect(try await desk.compare(at: "2026-03-04 09:01") == [])
      let over = try #require(try await desk.claim(at: "2026-03-04 09:02"))
      #expect(over.notices.map(\.what) == [.resolved])
      #expect(over.notices.first?.subject?.tally?.scanned == .init(accepted: 2, delivered: 0))
      #expect(try await desk.alerts() == ["tally-differs resolved"])
    },
    Promise("a corrected list ends the alert, and so does taking the list back, which tells that it matters no more") {
      desk in
      await desk.store.goBy(watchful)
      var story = Scenario()
      story.accept(at: "2026-03-02 08:15")
      story.tally("2026-03-02", accepted: 3, delivered: 0, at: "2026-03-02 17:00")
      let other = story.tally("2026-03-02", accepted: 0, delivered: 1, at: "2026-03-02 17:00", office: "380000")
      try await desk.take(story, at: "2026-03-02 17:01")
      #expect(try await desk.compare(at: "2026-03-04 08:00") == ["380000 2026-03-02", "381100 2026-03-02"])
      try await desk.tell(at: "2026-03-04 08:00")
      story.tally("2026-03-02", accepted: 1, delivered: 0, at: "2026-03-04 09:00")
      story.void(other, at: "2026-03-04 09:00")
      try await desk.take(story, from: 3, at: "2026-03-04 09:01")
      #expect(try await desk.compare(at: "2026-03-04 09:02") == [])
      #expect(try await Set(desk.tell(at: "2026-03-04 09:02")) == [.resolved, .cancelled])
    },
    Promise("a list that comes late is compared when it comes, and a scan taken back makes an equal one differ") {
      desk in
      await desk.store.goBy(watchful)
      var story = Scenario()
      let scan = story.accept(at: "2026-03-02 08:15")
      try await desk.take(story, at: "2026-03-02 09:00")
      story.tally("2026-03-02", accepted: 1, delivered: 0, at: "2026-03-06 08:00")
      try await desk.take(story, from: 1, at: "2026-03-06 08:01")
      #expect(try await desk.compare(at: "2026-03-06 08:02") == [])
      story.void(scan, at: "2026-03-06 09:00")
      try await desk.take(story, from: 2, at: "2026-03-06 09:01")
      #expect(try await desk.compare(at: "2026-03-06 09:02") == ["381100 2026-03-02"])
    },
    Promise("lists of days before we watch, and all where nothing is compared, raise nothing") { desk in
      var story = Scenario()
      story.tally("2026-03-02", accepted: 1, delivered: 0, at: "2026-03-02 17:00")
      try await desk.take(story, at: "2026-03-02 17:01")
      #expect(try await desk.compare(at: "2026-03-06 08:00") == [])
      await desk.store.goBy(
        Telling(routing: watchful.routing, correctionWait: .zero, since: instant("2026-03-03 00:00")))
      #expect(try await desk.compare(at: "2026-03-06 08:00") == [])
      await desk.store.goBy(watchful)
      #expect(try await desk.compare(at: "2026-03-06 08:00") == ["381100 2026-03-02"])
    },
    Promise("after sixty days a list is compared no more") { desk in
      await desk.store.goBy(watchful)
      var story = Scenario()
      story.tally("2026-03-02", accepted: 1, delivered: 0, at: "2026-03-02 17:00")
      try await desk.take(story, at: "2026-03-02 17:01")
      #expect(try await desk.compare(at: "2026-05-01 08:00") == ["381100 2026-03-02"])
      #expect(try await desk.compare(at: "2026-05-02 08:00") == [])
      #expect(try await desk.alerts() == ["tally-differs cancelled"])
    },
  ]
}

extension Desk {
  /// Compares lists with scans, a few events at a time, and returns what the standing alerts are about.
  func compare(at time: String) async throws -> [String] {
    for _ in 0..<10_000 {
      if try await store.compareTallies(at: instant(time), limit: 2).isDone { break }
    }
    return try await store.alerts(firingOnly: true, limit: 1000)
      .compactMap { line in line.subject?.tally.map { "\($0.office) \($0.date)" } }.sorted()
  }
}
