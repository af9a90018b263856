import Dossiers
import Store
import TestSupport
import Testing

extension StoreConformance {
  private static let watchful: Telling = {
    var routing = Routing(tree: .usual(Timing(groupWait: .zero, groupInterval: .zero, hours: .any)))
    routing.silentOfficeAfter = .hours(4)
    routing.gapAfter = .minutes(30)
    return Telling(routing: routing, correctionWait: .zero)
  }()

  static let causes: [Promise] = [
    Promise("an office without a sign of life for longer than it may be in opening hours is one alert") { desk in
      await desk.store.goBy(watchful)
      var story = Scenario()
      story.accept(at: "2026-03-02 08:15", destination: "100000")
      try await desk.take(story, at: "2026-03-02 09:00")
      // From nine on: two hours and a half before noon, one and a half after.
      #expect(try await !desk.store.watchDevices(at: instant("2026-03-02 15:00")))
      #expect(try await desk.store.watchDevices(at: instant("2026-03-02 15:01")))
      #expect(try await !desk.store.watchDevices(at: instant("2026-03-02 15:02")))
      let mail = try #require(try await desk.claim(at: "2026-03-02 15:01"))
      #expect(mail.receiver.text == "provincial-post" && mail.notices.map(\.what) == [.silentOffice])
      #expect(mail.notices.first?.subject?.office == code("381100"))
      #expect(mail.notices.first?.since == instant("2026-03-02 15:00"))
      try await desk.accept(mail, at: "2026-03-02 15:01")
      story.scan(.departed, at: "2026-03-02 15:10", office: "381100")
      try await desk.take(story, from: 1, at: "2026-03-02 15:11")
      #expect(try await desk.store.watchDevices(at: instant("2026-03-02 15:12")))
      #expect(try await desk.receiver(at: "2026-03-02 15:13") == "provincial-post: resolved follow-up")
    },
    Promise("what is late behind a silent office is told with it, and by itself when the office is heard again") {
      desk in
      await desk.store.goBy(watchful)
      var story = Scenario()
      story.accept(at: "2026-03-02 08:15", destination: "100000")
      try await desk.take(story, at: "2026-03-02 09:00")
      try await desk.raise(at: "2026-03-07 08:00")
      _ = try await desk.store.watchDevices(at: instant("2026-03-07 08:00"))
      let mail = try #require(try await desk.claim(at: "2026-03-07 08:00"))
      #expect(mail.notices.first?.what == .silentOffice)
      #expect(mail.notices.first?.behind.flatMap(\.dossiers) == [code(Scenario.dossier)])
      try await desk.accept(mail, at: "2026-03-07 08:00")
      #expect(try await desk.claim(at: "2026-03-07 09:00") == nil)
      #expect(try await desk.store.nextMail() == nil)
      story.accept("EA000000014VN", at: "2026-03-09 08:00", dossiers: ["H18.101-260302-0002"])
      try await desk.take(story, from: 1, at: "2026-03-09 08:01")
      _ = try await desk.store.watchDevices(at: instant("2026-03-09 08:02"))
      var told: [String] = []
      while let line = try await desk.receiver(at: "2026-03-09 08:03") { told.append(line) }
      #expect(told.sorted() == ["lead/H18.101: breach first", "provincial-post: resolved follow-up"])
    },
    Promise("events of a device that are missing for too long are one alert until they come") { desk in
      await desk.store.goBy(watchful)
      var story = Scenario()
      for (number, minute) in [(7, "00"), (9, "10"), (8, "05")] {
        story.scan(.departed, at: "2026-03-02 08:\(minute)", office: "381100")
        let event = story.events[story.events.count - 1]
        let numbered = Event(
          identity: event.identity, time: event.time, sequence: UInt64(number), fact: event.fact)
        let time = number == 8 ? "2026-03-02 10:00" : "2026-03-02 09:00"
        if number == 8 {
          #expect(try await !desk.store.watchDevices(at: instant("2026-03-02 09:29")))
          #expect(try await desk.store.watchDevices(at: instant("2026-03-02 09:30")))
          #expect(try await desk.tell(at: "2026-03-02 09:31") == [.sequenceGap])
        }
        try await desk.take([numbered], at: time)
      }
      #expect(try await desk.store.watchDevices(at: instant("2026-03-02 10:01")))
      #expect(try await desk.tell(at: "2026-03-02 10:02") == [.resolved])
    },
  ]
}
