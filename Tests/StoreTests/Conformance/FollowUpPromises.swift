import Dossiers
import Store
import TestSupport
import Testing

extension StoreConformance {
  static let followUps: [Promise] = [
    Promise("what is done late resolves its breach, and whoever was told is told") { desk in
      var story = try await Desk.breachTold(desk)
      story.scan(.delivered, at: "2026-03-10 09:00", office: "100000")
      try await desk.take(story, from: 1, at: "2026-03-10 09:01")
      #expect(try await desk.alerts() == ["breach resolved"])
      let mail = try #require(try await desk.claim(at: "2026-03-10 09:02"))
      #expect(mail.notices.map(\.what) == [.resolved])
      let notice = try #require(mail.notices.first)
      #expect(notice.subject?.met == instant("2026-03-10 09:00"))
      #expect(notice.explained?.explanation?.pieces.last?.until == notice.subject?.due)
    },
    Promise("proof that comes late retracts the breach, and whoever was told is told") { desk in
      var story = try await Desk.breachTold(desk)
      story.scan(.delivered, at: "2026-03-06 09:00", office: "100000")
      try await desk.take(story, from: 1, at: "2026-03-10 09:00")
      #expect(try await desk.alerts() == ["breach retracted"])
      #expect(try await desk.tell(at: "2026-03-10 09:01") == [.retracted])
    },
    Promise("a breach that nobody was told of is resolved or retracted in silence") { desk in
      for time in ["2026-03-06 09:00", "2026-03-10 09:00"] {
        var story = Scenario()
        let item = time == "2026-03-06 09:00" ? Scenario.item : "EA000000014VN"
        story.accept(item, at: "2026-03-02 08:15", carries: .result, destination: "100000")
        story.scan(item, .delivered, at: time, office: "100000")
        let events = story.events.map { $0.renamed(item) }
        try await desk.take(Array(events.prefix(1)), at: "2026-03-02 09:00")
        try await desk.raise(at: "2026-03-09 08:00")
        #expect(try await desk.store.counts().outbox == 1)
        try await desk.take(Array(events.suffix(1)), at: "2026-03-10 10:00")
        #expect(try await desk.store.counts().outbox == 0)
      }
      #expect(try await desk.alerts() == ["breach retracted", "breach resolved"])
    },
    Promise("who was told only of the warning is not told how the breach ended") { desk in
      var story = Scenario()
      story.sendFar()
      try await desk.take(story, at: "2026-03-02 09:00")
      try await desk.raise(at: "2026-03-04 07:30")
      #expect(try await desk.tell(at: "2026-03-04 07:30") == [.warning])
      try await desk.raise(at: "2026-03-07 08:00")
      story.scan(.delivered, at: "2026-03-07 08:01", office: "100000")
      try await desk.take(story, from: 1, at: "2026-03-07 08:02")
      #expect(try await desk.tell(at: "2026-03-07 09:00").isEmpty)
    },
    Promise("who could not be told is told of nothing that follows") { desk in
      var story = Scenario()
      story.sendFar()
      try await desk.take(story, at: "2026-03-02 09:00")
      try await desk.raise(at: "2026-03-07 08:00")
      let mail = try #require(try await desk.claim(at: "2026-03-07 08:00"))
      try await desk.refuse(mail, at: "2026-03-07 08:00")
      #expect(try await desk.tell(at: "2026-03-07 08:01").first == .mailRefused)
      story.scan(.delivered, at: "2026-03-10 09:00", office: "100000")
      try await desk.take(story, from: 1, at: "2026-03-10 09:01")
      #expect(try await desk.tell(at: "2026-03-10 09:02").isEmpty)
    },
    Promise("a dossier that was given up cancels its breach") { desk in
      var story = Scenario()
      story.received(at: "2026-03-02 08:00", procedure: "1.004884")
      try await desk.take(story, at: "2026-03-02 09:00")
      try await desk.raise(at: "2026-03-10 08:00")
      #expect(try await desk.tell(at: "2026-03-10 08:00") == [.breach])
      story.note(.givenUp, at: "2026-03-11 08:00")
      try await desk.take(story, from: 1, at: "2026-03-11 08:01")
      #expect(try await desk.alerts() == ["breach cancelled"])
      #expect(try await desk.tell(at: "2026-03-11 08:02") == [.cancelled])
    },
    Promise("a due date that moved is told once, and the breach bears the new one") { desk in
      var story = try await Desk.breachTold(desk)
      story.scan(.held, at: "2026-03-03 08:00", office: "100000", reason: .forceMajeure)
      story.scan(.arrived, at: "2026-03-05 08:00", office: "100000")
      try await desk.take(story, from: 1, at: "2026-03-12 08:00")
      try await desk.raise(at: "2026-03-12 08:00")
      #expect(try await desk.tell(at: "2026-03-12 08:00") == [.changed])
      try await desk.take(story, at: "2026-03-12 09:00")
      #expect(try await desk.tell(at: "2026-03-12 09:00").isEmpty)
      let line = try #require(try await desk.store.alerts(firingOnly: true, limit: 10).first)
      #expect(line.kind == "breach" && line.since == line.subject?.due && line.since > instant("2026-03-07 00:00"))
    },
    Promise("a due date that moved into the future retracts the breach, and the warning gets no second mail") { desk in
      var story = try await Desk.breachTold(desk)
      story.scan(.redirected, at: "2026-03-06 09:00", office: "100000", destination: "384050")
      try await desk.take(story, from: 1, at: "2026-03-09 08:00")
      try await desk.raise(at: "2026-03-09 08:00")
      #expect(try await desk.alerts() == ["warning firing"])
      #expect(try await desk.tell(at: "2026-03-09 08:00") == [.retracted])
      try await desk.raise(at: "2026-03-12 08:00")
      #expect(try await desk.tell(at: "2026-03-12 08:00") == [.breach])
    },
    Promise("that a breach was taken back is told though the warning in its place is over by then") { desk in
      var story = try await Desk.breachTold(desk)
      story.scan(.redirected, at: "2026-03-06 09:00", office: "100000", destination: "384050")
      try await desk.take(story, from: 1, at: "2026-03-09 08:00")
      story.scan(.delivered, at: "2026-03-09 08:01", office: "384050")
      try await desk.take(story, from: 2, at: "2026-03-09 08:02")
      #expect(try await desk.alerts().first == "warning resolved")
      #expect(try await desk.tell(at: "2026-03-09 08:03") == [.retracted])
    },
    Promise("a breach taken back and standing again before anyone was told so is not told twice") { desk in
      var story = try await Desk.breachTold(desk)
      let delivery = story.scan(.delivered, at: "2026-03-06 09:00", office: "100000")
      try await desk.take(story, from: 1, at: "2026-03-10 09:00")
      story.void(delivery, at: "2026-03-10 09:01", by: "/operators/lan")
      try await desk.take(story, from: 2, at: "2026-03-10 09:01")
      try await desk.raise(at: "2026-03-10 09:02")
      #expect(try await desk.alerts().first == "breach firing")
      #expect(try await desk.tell(at: "2026-03-10 09:03").isEmpty)
    },
    Promise("a breach told as done late, and then found to be in time, is told as taken back") { desk in
      var story = try await Desk.breachTold(desk)
      story.scan(.delivered, at: "2026-03-10 09:00", office: "100000")
      try await desk.take(story, from: 1, at: "2026-03-10 09:01")
      #expect(try await desk.tell(at: "2026-03-10 09:01") == [.resolved])
      story.scan(.delivered, at: "2026-03-06 09:00", office: "100000")
      try await desk.take(story, from: 2, at: "2026-03-10 10:00")
      #expect(try await desk.alerts().first == "breach retracted")
      #expect(try await desk.tell(at: "2026-03-10 10:01") == [.retracted])
    },
  ]
}
