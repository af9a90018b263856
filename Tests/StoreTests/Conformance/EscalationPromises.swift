import Dossiers
import Store
import TestSupport
import Testing

extension Desk {
  /// A breach of 7 March, under rules that escalate it, told to the lead at midnight.
  static func escalatingBreach(_ desk: Desk) async throws -> Scenario {
    _ = try await desk.store.adopt(Desk.escalating, at: instant("2026-01-01 09:00"))
    return try await breachTold(desk)
  }

  /// Claims one mail, has it accepted, and says to whom it went and why.
  func receiver(at time: String) async throws -> String? {
    guard let mail = try await claim(at: time) else { return nil }
    try await accept(mail, at: time)
    return "\(mail.receiver): "
      + mail.notices.map { "\($0.what.rawValue) \($0.reason.rawValue)" }.joined(separator: ", ")
  }

  /// The number of the one alert that stands.
  func standingAlert() async throws -> Int64 {
    let alerts = try await store.alerts(firingOnly: true, limit: 2)
    return try #require(alerts.count == 1 ? alerts.first?.id : nil)
  }
}

extension StoreConformance {
  static let escalations: [Promise] = [
    Promise("a breach that lasts climbs step by step in working time, to those whose step it is alone") { desk in
      _ = try await Desk.escalatingBreach(desk)
      // Saturday and Sunday are no working days: the first whole one is Monday the 9th.
      #expect(try await desk.store.nextChange() == instant("2026-03-10 00:00"))
      try await desk.raise(at: "2026-03-09 23:59")
      #expect(try await desk.receiver(at: "2026-03-09 23:59") == nil)
      try await desk.raise(at: "2026-03-10 00:00")
      #expect(try await desk.receiver(at: "2026-03-10 00:00") == "head/H18.101: breach escalated")
      #expect(try await desk.receiver(at: "2026-03-10 00:00") == nil)
      #expect(try await desk.store.nextChange() == instant("2026-03-14 00:00"))
      try await desk.raise(at: "2026-03-14 00:00")
      #expect(try await desk.receiver(at: "2026-03-14 00:00") == "provincial-post: breach escalated")
      #expect(try await desk.store.nextChange() == nil)
      try await desk.raise(at: "2026-04-14 00:00")
      #expect(try await desk.receiver(at: "2026-04-14 00:00") == nil)
    },
    Promise("steps that were missed, as by a daemon that was down, are all climbed at once, each once") { desk in
      _ = try await Desk.escalatingBreach(desk)
      try await desk.raise(at: "2026-03-20 08:00")
      try await desk.raise(at: "2026-03-20 08:01")
      let told = [try await desk.receiver(at: "2026-03-20 08:01"), try await desk.receiver(at: "2026-03-20 08:01")]
      #expect(
        told.compactMap(\.self).sorted() == ["head/H18.101: breach escalated", "provincial-post: breach escalated"])
      #expect(try await desk.receiver(at: "2026-03-20 08:02") == nil)
    },
    Promise("a breach that is heard of weeks later climbs from then on, and not over the head of its lead") { desk in
      _ = try await desk.store.adopt(Desk.escalating, at: instant("2026-01-01 09:00"))
      var story = Scenario()
      story.sendFar()
      try await desk.take(story, at: "2026-03-25 10:00")
      try await desk.raise(at: "2026-03-25 10:00")
      #expect(try await desk.receiver(at: "2026-03-25 10:00") == "lead/H18.101: breach first")
      #expect(try await desk.receiver(at: "2026-03-25 10:00") == nil)
      #expect(try await desk.store.nextChange() == instant("2026-03-27 00:00"))
    },
    Promise("whoever it climbed to is told how it ended, and nobody else") { desk in
      var story = try await Desk.escalatingBreach(desk)
      try await desk.raise(at: "2026-03-10 00:00")
      try await desk.tell(at: "2026-03-10 00:00")
      story.scan(.delivered, at: "2026-03-10 09:00", office: "100000")
      try await desk.take(story, from: 1, at: "2026-03-10 09:01")
      var told: [String] = []
      while let line = try await desk.receiver(at: "2026-03-10 09:02") { told.append(line) }
      #expect(told.sorted() == ["head/H18.101: resolved follow-up", "lead/H18.101: resolved follow-up"])
    },
    Promise("a pause that begins after the breach stops the climb for as long as it lasts") { desk in
      var story = try await Desk.escalatingBreach(desk)
      story.closure(
        from: "2026-03-09T00:00:00+07:00", until: "2026-03-11T00:00:00+07:00", .office(code("100000")),
        declared: "2026-03-09 08:00")
      try await desk.take(story, from: 1, at: "2026-03-09 08:00")
      try await desk.raise(at: "2026-03-10 00:00")
      #expect(try await desk.receiver(at: "2026-03-10 00:00") == nil)
      try await desk.raise(at: "2026-03-12 00:00")
      #expect(try await desk.receiver(at: "2026-03-12 00:00") == "head/H18.101: breach escalated")
    },
  ]

  static let acknowledgements: [Promise] = [
    Promise("an acknowledged breach does not climb until its hold is over, and is then told again as a reminder") {
      desk in
      _ = try await Desk.escalatingBreach(desk)
      let alert = try await desk.standingAlert()
      // Eight hours of opening time from Monday morning end with that day.
      let held = try await desk.store.acknowledge(alert, step: 0, by: "lan", at: instant("2026-03-09 07:30"))
      #expect(held == .held(until: instant("2026-03-10 08:00")))
      try await desk.raise(at: "2026-03-10 00:00")
      #expect(try await desk.receiver(at: "2026-03-10 00:00") == nil)
      #expect(try await desk.store.nextChange() == instant("2026-03-10 08:00"))
      try await desk.raise(at: "2026-03-10 08:00")
      var told: [String] = []
      while let line = try await desk.receiver(at: "2026-03-10 08:00") { told.append(line) }
      #expect(told.sorted() == ["head/H18.101: breach escalated", "lead/H18.101: breach reminder"])
    },
    Promise("a step is acknowledged once, the next one may be again, and all holds together have a bound") { desk in
      _ = try await Desk.escalatingBreach(desk)
      var routing = Routing(tree: .usual(Timing(groupWait: .zero, groupInterval: .zero, hours: .any)))
      routing.acknowledgement = Routing.Acknowledgement(hold: .hours(8), longestHold: .hours(12))
      await desk.store.goBy(Telling(routing: routing, correctionWait: .zero))
      let alert = try await desk.standingAlert()
      let until = instant("2026-03-10 08:00")
      #expect(
        try await desk.store.acknowledge(alert, step: 0, by: "lan", at: instant("2026-03-09 07:30"))
          == .held(until: until))
      #expect(
        try await desk.store.acknowledge(alert, step: nil, by: "hoa", at: instant("2026-03-09 07:31"))
          == .alreadyHeld(by: "lan", until: until))
      try await desk.raise(at: "2026-03-10 08:00")
      #expect(
        try await desk.store.acknowledge(alert, step: 0, by: "lan", at: instant("2026-03-10 08:01")) == .notStanding)
      let second = try await desk.store.acknowledge(alert, step: 1, by: "hoa", at: instant("2026-03-10 08:30"))
      // Four of the twelve hours are left.
      #expect(second == .held(until: instant("2026-03-10 14:30")))
      try await desk.raise(at: "2026-03-20 08:00")
      #expect(
        try await desk.store.acknowledge(alert, step: 2, by: "hoa", at: instant("2026-03-20 08:30")) == .boundReached)
    },
    Promise("what stands no more cannot be acknowledged, nor what never was") { desk in
      var story = try await Desk.escalatingBreach(desk)
      let alert = try await desk.standingAlert()
      story.scan(.delivered, at: "2026-03-10 09:00", office: "100000")
      try await desk.take(story, from: 1, at: "2026-03-10 09:01")
      for number in [alert, 4711] {
        let answer = try await desk.store.acknowledge(number, step: nil, by: "lan", at: instant("2026-03-10 10:00"))
        #expect(answer == .notStanding)
      }
    },
  ]
}
