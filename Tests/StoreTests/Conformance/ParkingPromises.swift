import Dossiers
import Store
import TestSupport
import Testing

extension StoreConformance {
  private static let message = Message(
    body: [0, 255, 10, 34, 39], queue: "events", routingKey: "postoffice.381100", contentType: "text/plain",
    messageID: "m1", userID: "po381100")

  static let parking: [Promise] = [
    Promise("a message that cannot be taken is parked whole, with its reason") { desk in
      let refusal = Refusal(.unreadable, "expected JSON, found '\u{2028}'")
      let taken = try await desk.store.take(
        [Arrival(.refused(refusal), message: message)], recorded: instant("2026-03-02 08:00"))
      #expect(taken.parked == [.unreadable: 1] && taken.received == 1 && taken.committed == 0)
      let parked = try #require(try await desk.store.parked(.newest(10)).first)
      #expect(parked.message == message && parked.refusal == refusal)
      #expect(parked.recorded == instant("2026-03-02 08:00") && parked.retry == nil)
      #expect(try await desk.store.parked(.one(parked.id)) == [parked])
      #expect(try await desk.store.counts().parked == ["unreadable": 1])
      #expect(try await desk.store.discardParked(parked.id))
      #expect(try await !desk.store.discardParked(parked.id))
      #expect(try await desk.store.counts().parkedNow == 0)
    },
    Promise("a parked message's number is never given to another one") { desk in
      let arrival = Arrival(.refused(Refusal(.contract, "wrong")), message: message)
      _ = try await desk.store.take([arrival], recorded: instant("2026-03-02 08:00"))
      let first = try #require(try await desk.store.parked(.newest(1)).first)
      #expect(try await desk.store.discardParked(first.id))
      _ = try await desk.store.take([arrival], recorded: instant("2026-03-02 09:00"))
      #expect(try await desk.store.parked(.newest(1)).first?.id != first.id)
    },
    Promise("the same identity with other content is parked, and the first one stands") { desk in
      var story = Scenario()
      let identity = story.accept(at: "2026-03-02 08:15")
      try await desk.take(story, at: "2026-03-02 09:00")
      let before = try await desk.report(at: "2026-03-02 10:00")
      let event = story.events[0]
      let other = Event(identity: identity, time: event.time.advanced(by: .seconds(1)), fact: event.fact)
      let taken = try await desk.take([other, event], at: "2026-03-02 09:00")
      #expect(taken.parked == [.identityReused: 1] && taken.duplicates == 1 && taken.committed == 0)
      #expect(try await desk.store.parked(.newest(1)).first?.message.body == EventEncoder().encode(other))
      #expect(try await desk.report(at: "2026-03-02 10:00") == before)
    },
    Promise("the same content in another spelling is a copy") { desk in
      var story = Scenario()
      story.accept(at: "2026-03-02 08:15")
      let event = story.events[0]
      let spaced = EventEncoder().encode(event).flatMap { $0 == UInt8(ascii: ",") ? [$0, 32] : [$0] }
      _ = try await desk.store.take(
        [Arrival(.event(event), message: Message(body: spaced))], recorded: instant("2026-03-02 09:00"))
      #expect(try await desk.take(story, at: "2026-03-02 10:00").duplicates == 1)
    },
    Promise("an early event is tried again at its instant, and then leaves the parked") { desk in
      var story = Scenario()
      story.accept(at: "2026-03-02 08:15")
      let event = story.events[0]
      let retry = instant("2026-03-02 08:10")
      let body = EventEncoder().encode(event)
      _ = try await desk.store.take(
        [Arrival(.refused(Refusal(.early, "ahead", retry: retry)), message: Message(body: body))],
        recorded: instant("2026-03-02 07:00"))
      #expect(try await desk.store.nextChange() == retry)
      #expect(try await desk.store.parked(.due(instant("2026-03-02 08:09"), limit: 10)).isEmpty)
      let due = try #require(try await desk.store.parked(.due(retry, limit: 10)).first)
      let taken = try await desk.store.take([Desk.arrival(event, parked: due.id)], recorded: retry)
      #expect(taken.committed == 1)
      #expect(try await desk.store.counts().parkedNow == 0)
      #expect(try await desk.report(at: "2026-03-02 08:15") != nil)
    },
    Promise("a parked message that turns out a copy leaves the parked") { desk in
      var story = Scenario()
      story.accept(at: "2026-03-02 08:15")
      let event = story.events[0]
      _ = try await desk.store.take(
        [
          Arrival(.refused(Refusal(.unknownOffice, "381100")), message: Message(body: EventEncoder().encode(event))),
          Desk.arrival(event),
        ], recorded: instant("2026-03-02 09:00"))
      let parked = try #require(try await desk.store.parked(.newest(1)).first)
      let taken = try await desk.store.take(
        [Desk.arrival(event, parked: parked.id)], recorded: instant("2026-03-02 10:00"))
      #expect(taken.duplicates == 1)
      #expect(try await desk.store.counts().parkedNow == 0)
    },
    Promise("what names anything that the registry does not know is found again when there is a new one") { desk in
      let reasons = Refusal.Reason.allCases.filter(\.dependsOnRegistry)
      _ = try await desk.store.take(
        Refusal.Reason.allCases.map { Arrival(.refused(Refusal($0, "of a trial")), message: message) },
        recorded: instant("2026-03-02 08:00"))
      let found = try await desk.store.parked(.dependingOnRegistry(after: 0, limit: 100))
      #expect(found.map(\.refusal.reason) == reasons && reasons.contains(.unknownDistrict))
    },
    Promise("a message that is refused again keeps its number and its first recording") { desk in
      _ = try await desk.store.take(
        [Arrival(.refused(Refusal(.unknownOffice, "381101")), message: message)],
        recorded: instant("2026-03-02 08:00"))
      let parked = try #require(try await desk.store.parked(.dependingOnRegistry(after: 0, limit: 10)).first)
      let again = Refusal(.unknownAgency, "H18.999")
      _ = try await desk.store.take(
        [Arrival(.refused(again), message: message, parked: parked.id)], recorded: instant("2026-03-03 08:00"))
      let known = ParkedMessage(
        id: parked.id, refusal: again, message: message, recorded: parked.recorded, retry: nil)
      #expect(try await desk.store.parked(.newest(10)) == [known])
      #expect(try await desk.store.parked(.dependingOnRegistry(after: parked.id, limit: 10)).isEmpty)
    },
    Promise("what came in is what was committed, doubled and parked, however often a parked message is tried again") {
      desk in
      var story = Scenario()
      story.accept(at: "2026-03-02 08:15")
      let event = story.events[0]
      let refused = Arrival(
        .refused(Refusal(.unknownOffice, "381100")), message: Message(body: EventEncoder().encode(event)))
      _ = try await desk.store.take([refused, refused], recorded: instant("2026-03-02 09:00"))
      let parked = try await desk.store.parked(.newest(10)).map(\.id)
      for id in parked {
        let again = Arrival(refused.reading, message: refused.message, parked: id)
        #expect(try await desk.store.take([again], recorded: instant("2026-03-02 10:00")) == Taken())
      }
      func expectSum(_ replayed: [String: Int]) async throws {
        let counts = try await desk.store.counts()
        #expect(counts.received == 2 && counts.committed == 0 && counts.duplicates == 0)
        #expect(counts.parked == ["unknown-office": 2] && counts.replayed == replayed)
      }
      try await expectSum([:])
      _ = try await desk.store.take(
        parked.map { Desk.arrival(event, parked: $0) }, recorded: instant("2026-03-02 11:00"))
      try await expectSum(["committed": 1, "duplicate": 1])
      #expect(try await desk.store.counts().parkedNow == 0)
      #expect(try await desk.take(story, at: "2026-03-02 12:00").received == 1)
      #expect(try await desk.store.counts().received == 3)
    },
    Promise("a parked message whose identity was told otherwise meanwhile stays parked, whatever else the batch parks")
    {
      desk in
      var story = Scenario()
      let identity = story.accept(at: "2026-03-02 08:15")
      let event = story.events[0]
      let other = Event(identity: identity, time: event.time.advanced(by: .seconds(1)), fact: event.fact)
      _ = try await desk.store.take(
        [
          Arrival(.refused(Refusal(.unknownOffice, "381100")), message: Message(body: EventEncoder().encode(other))),
          Desk.arrival(event),
        ], recorded: instant("2026-03-02 09:00"))
      let parked = try #require(try await desk.store.parked(.newest(1)).first)
      let taken = try await desk.store.take(
        [Desk.arrival(other), Desk.arrival(other, parked: parked.id)], recorded: instant("2026-03-02 10:00"))
      #expect(taken.parked == [.identityReused: 1] && taken.received == 1)
      #expect(try await desk.store.parked(.one(parked.id)).map(\.refusal.reason) == [.identityReused])
      #expect(try await desk.store.counts().parkedNow == 2)
    },
    Promise("a new registry tries again only what it may change") { desk in
      let reasons: [Refusal.Reason] = [.contract, .unknownProcedure, .early, .unknownAgency]
      _ = try await desk.store.take(
        reasons.map { Arrival(.refused(Refusal($0, "x")), message: message) }, recorded: instant("2026-03-02 08:00"))
      let depending = try await desk.store.parked(.dependingOnRegistry(after: 0, limit: 10))
      #expect(depending.map(\.refusal.reason) == [.unknownProcedure, .unknownAgency])
    },
  ]
}
