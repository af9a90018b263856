import Dossiers
import Store
import TestSupport
import Testing

extension StoreConformance {
  /// Three breaches on 7 March: two of one agency, one of another.
  private static func breaches(_ desk: Desk) async throws {
    var story = Scenario()
    story.sendFar()
    story.accept("EA000000014VN", at: "2026-03-02 08:16", destination: "100000", dossiers: ["H18.101-260302-0002"])
    story.accept(
      "EA000000005VN", at: "2026-03-02 08:17", agency: "H18.107", destination: "100000",
      dossiers: ["H18.107-260302-0001"])
    try await desk.take(story, at: "2026-03-02 09:00")
    try await desk.raise(at: "2026-03-07 08:00")
  }

  static let mails: [Promise] = [
    Promise("the notices of one recipient go out in one mail") { desk in
      try await breaches(desk)
      #expect(try await desk.store.nextMail() == instant("2026-03-07 08:00"))
      let mails = [try await desk.claim(at: "2026-03-07 08:00"), try await desk.claim(at: "2026-03-07 08:00")]
      #expect(Set(mails.map { $0?.receiver.agency }) == [code("H18.101"), code("H18.107")])
      #expect(mails.map { $0?.notices.count ?? 0 }.sorted() == [1, 2])
      #expect(try await desk.claim(at: "2026-03-07 08:00") == nil)
    },
    Promise("a claim that nobody settles is free again after its lease, with the same notices") { desk in
      try await breaches(desk)
      let first = try #require(try await desk.claim(at: "2026-03-07 08:00"))
      let other = try #require(try await desk.claim(at: "2026-03-07 08:00"))
      try await desk.accept(other, at: "2026-03-07 08:01")
      #expect(try await desk.claim(at: "2026-03-07 08:02") == nil)
      #expect(try await desk.store.nextMail() == instant("2026-03-07 08:03"))
      let again = try #require(try await desk.claim(at: "2026-03-07 08:03"))
      #expect(again.id == first.id && again.notices == first.notices && again.receiver == first.receiver)
    },
    Promise("a mail that failed is kept for later, and one that was accepted never comes again") { desk in
      try await breaches(desk)
      let mail = try #require(try await desk.claim(at: "2026-03-07 08:00"))
      let other = try #require(try await desk.claim(at: "2026-03-07 08:00"))
      try await desk.accept(other, at: "2026-03-07 08:00")
      try await desk.store.settle(
        mail, .failed(why: "451", retry: instant("2026-03-07 08:10")), at: instant("2026-03-07 08:00"))
      #expect(try await desk.claim(at: "2026-03-07 08:09") == nil)
      #expect(try await desk.store.nextMail() == instant("2026-03-07 08:10"))
      let again = try #require(try await desk.claim(at: "2026-03-07 08:10"))
      #expect(again.id == mail.id && again.notices == mail.notices && again.attempts == mail.attempts + 1)
      try await desk.accept(again, at: "2026-03-07 08:11")
      try await desk.accept(again, at: "2026-03-07 08:11")
      #expect(try await desk.claim(at: "2026-03-08 08:00") == nil)
      #expect(try await desk.store.nextMail() == nil)
      let counts = try await desk.store.counts()
      #expect(counts.mails == ["accepted": 2, "deferred": 1])
      #expect(counts.outbox == 0 && counts.outboxSince == nil)
    },
    Promise("what a mail cannot hold leaves in others at once, and is told once") { desk in
      var story = Scenario()
      for number in 1...1001 { story.sendFar(number) }
      try await desk.take(story, at: "2026-03-02 09:00")
      try await desk.raise(at: "2026-03-07 08:00")
      var sizes: [Int] = []
      var told: Set<Int64> = []
      while let mail = try await desk.claim(at: "2026-03-07 08:00") {
        sizes.append(mail.notices.count)
        told.formUnion(mail.notices.map(\.alert))
        try await desk.accept(mail, at: "2026-03-07 08:00")
      }
      #expect(sizes == [1000, 1] && told.count == 1001)
    },
    Promise("numbers of mails and notices are never given to others") { desk in
      let story = try await Desk.breachTold(desk)
      var seen: Set<Int64> = []
      var mails: Set<Int64> = []
      var told = story
      for (index, hours) in [24, 48, 72].enumerated() {
        // Each hold moves the due date on, which is one more mail.
        let from = instant("2026-03-03 08:00")
        told.closure(
          from: from.rfc3339, until: from.advanced(by: .hours(Int64(hours))).rfc3339, .office(code("100000")),
          declared: "2026-03-1\(index + 5) 08:00")
        let time = "2026-03-1\(index + 5) 09:00"
        try await desk.take(told, from: 1 + index, at: time)
        try await desk.raise(at: time)
        let mail = try #require(try await desk.claim(at: time))
        #expect(mail.notices.map(\.what) == [.changed])
        #expect(mails.insert(mail.id).inserted && seen.isDisjoint(with: mail.notices.map(\.id)))
        seen.formUnion(mail.notices.map(\.id))
        try await desk.accept(mail, at: time)
      }
    },
  ]
}
