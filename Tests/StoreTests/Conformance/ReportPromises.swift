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
  ]
}
