import Dossiers
import Store
import TestSupport
import Testing

extension Telling {
  /// Mails at any hour, with these waits.
  static func anyHour(wait: Span = .zero, interval: Span = .zero, repeats: Span? = nil) -> Telling {
    hours(.any, wait: wait, interval: interval, repeats: repeats)
  }

  static func hours(
    _ hours: Timing.Hours, wait: Span = .zero, interval: Span = .zero, repeats: Span? = nil
  ) -> Telling {
    Telling(
      routing: Routing(
        tree: .usual(Timing(groupWait: wait, groupInterval: interval, repeatInterval: repeats, hours: hours))),
      correctionWait: .zero)
  }
}

extension Scenario {
  /// An item of dossier number `number`, of four working days until the end of 6 March, and warned of from the 4th.
  @discardableResult
  mutating func sendFar(_ number: Int, at time: String = "2026-03-02 08:15") -> EventIdentity {
    accept(
      Items.number(60_000 + number), at: time, destination: "100000",
      dossiers: ["H18.101-260302-\(String(10_000 + number).dropFirst())"])
  }
}

extension StoreConformance {
  static let groups: [Promise] = [
    Promise("what comes while a group waits goes with it, and no mail leaves before the wait is over") { desk in
      await desk.store.goBy(.anyHour(wait: .minutes(10)))
      var story = Scenario()
      story.sendFar(1)
      story.sendFar(2, at: "2026-03-03 08:15")
      try await desk.take(story, at: "2026-03-03 09:00")
      try await desk.raise(at: "2026-03-07 00:00")
      #expect(try await desk.store.nextMail() == instant("2026-03-07 00:10"))
      try await desk.raise(at: "2026-03-07 00:05")
      story.sendFar(3, at: "2026-03-02 09:15")
      try await desk.take(story, from: 2, at: "2026-03-07 00:06")
      try await desk.raise(at: "2026-03-07 00:07")
      #expect(try await desk.claim(at: "2026-03-07 00:09") == nil)
      #expect(try await desk.tell(at: "2026-03-07 00:10").filter { $0 == .breach }.count == 2)
      #expect(try await desk.claim(at: "2026-03-07 01:00") == nil)
    },
    Promise("each try of a mail says the same: whether mails of its group went before it") { desk in
      await desk.store.goBy(.anyHour())
      var story = Scenario()
      for number in 1...2 {
        story.sendFar(number)
        try await desk.take(story, from: number - 1, at: "2026-03-07 00:0\(number)")
        try await desk.raise(at: "2026-03-07 00:0\(number)")
        for minute in ["10", "20"] {
          let mail = try #require(try await desk.claim(at: "2026-03-07 0\(number):\(minute)"))
          #expect(mail.follows == (number == 2))
          let retry = instant("2026-03-07 0\(number):15")
          try await desk.store.settle(mail, .failed(why: "450", retry: retry), at: retry)
        }
        let mail = try #require(try await desk.claim(at: "2026-03-07 0\(number):30"))
        try await desk.accept(mail, at: "2026-03-07 0\(number):30")
      }
    },
    Promise("between two mails of a group its interval passes, whatever comes, and then all of it goes in one") {
      desk in
      await desk.store.goBy(.anyHour(interval: .minutes(30)))
      var story = Scenario()
      story.sendFar(1)
      try await desk.take(story, at: "2026-03-02 09:00")
      try await desk.raise(at: "2026-03-07 00:00")
      #expect(try await desk.tell(at: "2026-03-07 00:01") == [.breach])
      for number in 2...4 {
        story.sendFar(number)
        try await desk.take(story, from: number - 1, at: "2026-03-07 00:0\(number)")
        try await desk.raise(at: "2026-03-07 00:0\(number)")
      }
      #expect(try await desk.store.nextMail() == instant("2026-03-07 00:31"))
      let mail = try #require(try await desk.claim(at: "2026-03-07 00:31"))
      #expect(mail.notices.map(\.what) == [.breach, .breach, .breach])
      #expect(try await desk.claim(at: "2026-03-07 00:31") == nil)
    },
    Promise("a loss does not wait for the interval of what is merely late") { desk in
      await desk.store.goBy(.anyHour(interval: .hours(5)))
      var story = Scenario()
      story.sendFar(1)
      try await desk.take(story, at: "2026-03-02 09:00")
      try await desk.raise(at: "2026-03-07 00:00")
      try await desk.tell(at: "2026-03-07 00:00")
      story.scan(Items.number(60_001), .lost, at: "2026-03-07 00:01", office: "100000")
      try await desk.take(story, from: 1, at: "2026-03-07 00:02")
      #expect(try await desk.tell(at: "2026-03-07 00:02").contains(.lost))
    },
    Promise("a mail that nothing was left of does not keep the next one waiting") { desk in
      await desk.store.goBy(.anyHour(interval: .hours(1)))
      var story = Scenario()
      story.sendFar(1)
      try await desk.take(story, at: "2026-03-02 09:00")
      try await desk.raise(at: "2026-03-04 07:30")
      story.scan(Items.number(60_001), .delivered, at: "2026-03-04 07:31", office: "100000")
      try await desk.take(story, from: 1, at: "2026-03-04 07:32")
      #expect(try await desk.claim(at: "2026-03-04 07:33") == nil)
      story.sendFar(2)
      try await desk.take(story, from: 2, at: "2026-03-04 07:34")
      try await desk.raise(at: "2026-03-04 07:34")
      #expect(try await desk.tell(at: "2026-03-04 07:34") == [.warning])
    },
  ]

  static let repeats: [Promise] = [
    Promise("what still stands is told again after the repeat interval, counted from when it was told") { desk in
      await desk.store.goBy(.anyHour(repeats: .hours(24)))
      var story = Scenario()
      story.sendFar(1)
      try await desk.take(story, at: "2026-03-02 09:00")
      try await desk.raise(at: "2026-03-07 00:00")
      #expect(try await desk.tell(at: "2026-03-07 02:00") == [.breach])
      #expect(try await desk.store.nextChange() == instant("2026-03-08 02:00"))
      try await desk.raise(at: "2026-03-08 01:59")
      #expect(try await desk.claim(at: "2026-03-08 01:59") == nil)
      try await desk.raise(at: "2026-03-08 02:00")
      let mail = try #require(try await desk.claim(at: "2026-03-08 02:00"))
      #expect(mail.notices.map(\.reason) == [.again] && mail.notices.map(\.what) == [.breach])
      try await desk.accept(mail, at: "2026-03-08 02:00")
      story.scan(Items.number(60_001), .delivered, at: "2026-03-08 03:00", office: "100000")
      try await desk.take(story, from: 1, at: "2026-03-08 03:01")
      #expect(try await desk.tell(at: "2026-03-08 03:01") == [.resolved])
      try await desk.raise(at: "2026-03-09 08:00")
      #expect(try await desk.tell(at: "2026-03-09 08:00").isEmpty)
    },
    Promise("a repeat that comes due in the night comes in the morning, not at the one after") { desk in
      await desk.store.goBy(.hours(.opening, repeats: .hours(12)))
      var story = Scenario()
      story.sendFar(1)
      try await desk.take(story, at: "2026-03-02 09:00")
      try await desk.raise(at: "2026-03-07 00:00")
      #expect(try await desk.tell(at: "2026-03-09 16:00") == [.breach])
      try await desk.raise(at: "2026-03-10 04:00")
      #expect(try await desk.store.nextMail() == instant("2026-03-10 07:30"))
      #expect(try await desk.claim(at: "2026-03-10 07:29") == nil)
      #expect(try await desk.claim(at: "2026-03-10 07:30")?.notices.map(\.reason) == [.again])
    },
  ]
}
