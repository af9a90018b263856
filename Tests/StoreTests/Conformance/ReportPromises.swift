import Dossiers
import Store
import TestSupport
import Testing

extension StoreConformance {
  static let reports: [Promise] = [
    Promise("a report is owed until it is settled, made of the same log at each try, and once only") { desk in
      let period = try #require(Period(month: "2026-02"))
      let (post, people) = (ReceiverID(.provincialPost), ReceiverID(.peoplesCommittee))
      func begin(_ receivers: [ReceiverID], at time: String, again: Bool = false) async throws {
        try await desk.store.beginReportMails(
          of: period, to: receivers, known: instant(time), again: again, at: instant(time))
      }
      try await begin([post], at: "2026-03-05 05:00")
      try await begin([post], at: "2026-03-05 06:00", again: true)
      let owed = try await desk.store.reportMails(of: nil)
      #expect(owed.map(\.receiver) == [post] && owed[0].settled == nil)
      #expect(owed[0].known == instant("2026-03-05 05:00") && owed[0].period == period)
      let taken = ReportMail.Outcome.accepted(address: "a@example.org", messageID: "1@example.org", reply: "250 ok")
      let refused = ReportMail.Outcome.refused(address: "a@example.org", messageID: "1@example.org", why: "no")
      try await desk.store.settleReportMail(owed[0].id, taken, at: instant("2026-03-05 06:01"))
      try await desk.store.settleReportMail(owed[0].id, refused, at: instant("2026-03-05 06:02"))
      try await begin([post, people], at: "2026-03-05 07:00")
      let all = try await desk.store.reportMails(of: period)
      #expect(all.map(\.receiver) == [post, people] && all[0].settled?.outcome == taken)
      #expect(try await desk.store.reportMails(of: nil).map(\.receiver) == [people])
      #expect(try await desk.store.reportMails(of: Period(month: "2026-01")).isEmpty)
      try await begin([post], at: "2026-03-06 07:00", again: true)
      #expect(try await desk.store.reportMails(of: period).map(\.round) == [0, 0, 1])
    },
    Promise("a report that a server refuses for good stands as an alert until that address takes a mail") { desk in
      let period = try #require(Period(month: "2026-02"))
      let receiver = ReceiverID(.provincialPost)
      for (round, isTaken) in [false, true].enumerated() {
        let now = instant("2026-03-0\(5 + round) 05:00")
        try await desk.store.beginReportMails(of: period, to: [receiver], known: now, again: round > 0, at: now)
        let owed = try #require(try await desk.store.reportMails(of: nil).first)
        try await desk.store.settleReportMail(
          owed.id,
          isTaken
            ? .accepted(address: "a@example.org", messageID: "1@example.org", reply: "250 ok")
            : .refused(address: "a@example.org", messageID: "1@example.org", why: "550 no"), at: now)
        let standing = try await desk.store.alerts(firingOnly: true, limit: 10)
        #expect(standing.map(\.kind) == (isTaken ? [] : ["mail-refused"]))
      }
    },
    Promise("what was recorded after an instant and bears on a period is counted by its kind") { desk in
      var story = Scenario()
      let accepted = story.accept(at: "2026-03-02 08:15")
      story.scan(.delivered, at: "2026-03-03 10:00")
      try await desk.take(story, at: "2026-03-03 11:00")
      let known = story.events.count
      story.scan(.arrived, at: "2026-03-02 12:00")
      story.scan("EA000000014VN", .arrived, at: "2026-04-01 12:00")
      story.received(at: "2026-03-03 10:30")
      story.tally("2026-03-31", accepted: 1, delivered: 0, at: "2026-04-01 07:00")
      story.tally("2026-04-01", accepted: 1, delivered: 0, at: "2026-04-02 07:00")
      story.void(accepted, at: "2026-04-03 08:00")
      story.closure(from: "2026-03-30 08:00", until: "2026-04-01 08:00", .district("094"), declared: "2026-04-03 08:00")
      story.closure(from: "2026-04-02 08:00", until: nil, .district("094"))
      try await desk.take(story, from: known, at: "2026-04-05 09:00")
      let period = try #require(Period(month: "2026-03"))
      let later = try await desk.store.recorded(after: instant("2026-04-01 00:00"), bearingOn: period)
      var expected = LaterRecords()
      (expected.scans, expected.notes, expected.lists, expected.voidings, expected.closures) = (1, 1, 1, 1, 1)
      #expect(later == expected)
      #expect(try await desk.store.recorded(after: instant("2026-04-05 09:00"), bearingOn: period) == LaterRecords())
      let all = try await desk.store.recorded(after: .distantPast, bearingOn: period)
      #expect(all.scans == 3 && all.rules > 0)
    },
  ]
}
