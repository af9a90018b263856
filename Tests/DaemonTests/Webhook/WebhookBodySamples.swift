import Dossiers
import Foundation
import Store
import TestSupport

@testable import Daemon

/// What the tests tell to webhooks.
enum WebhookBodySample {
  static let now = instant("2026-03-06 09:00")

  /// A deadline of the processing, due on 5 March at 24:00.
  static func deadline(end: DeadlineEnd? = nil) throws -> Deadline {
    var story = Scenario()
    story.received(at: "2026-03-02 09:00", procedure: "1.004873")
    guard let made = try story.report(at: "2026-03-06 09:00").deadline(.process) else { throw ScenarioError.noReport }
    return Deadline(
      clock: made.clock, item: nil, round: 1, started: made.started, dueDate: made.dueDate, warn: made.warn,
      mailsWarning: true, pauses: [], end: end, basis: made.basis)
  }

  static func subject(
    clock: ClockKind? = .process, item: String? = nil, deadline: Deadline?, dossierStage: DossierStage? = .processing,
    shipmentStage: ShipmentStage? = nil, seen: Milestone? = nil, office: String? = nil, matter: String? = nil,
    tally: TalliedDay? = nil
  ) -> NoticeSubject {
    NoticeSubject(
      clock: clock, item: item.map { code($0) }, dossiers: [code(Scenario.dossier)], origin: code("H18.101"),
      procedure: code("1.004873"), deadline: deadline, dossierStage: dossierStage, shipmentStage: shipmentStage,
      lastSeen: seen.map { .init(time: instant("2026-03-05 16:20"), office: code("380000"), milestone: $0) },
      office: office.map { code($0) }, matter: matter, tally: tally)
  }

  static func notice(
    _ what: Notice.What = .breach, _ subject: NoticeSubject?, number: Int64 = 17, reason: Notice.Reason = .first,
    step: Int = 0, behind: [NoticeSubject] = []
  ) -> Notice {
    Notice(
      id: number + 100, alert: number, what: what, subject: subject, explained: nil,
      since: instant("2026-03-06 00:00"), reason: reason, step: step, behind: behind)
  }

  static func mail(
    _ notices: [Notice], id: Int64 = 5, receiver: String = "lead/H18.101", digest: Digest? = nil, attempts: Int = 0
  ) -> PendingMail {
    PendingMail(
      id: id, receiver: ReceiverID(receiver) ?? ReceiverID(.operator), group: "H18.101", notices: notices,
      digest: digest, attempts: attempts)
  }

  static func digest() throws -> Digest {
    let line = AlertLine(
      id: 17, kind: "breach", state: "firing", since: instant("2026-03-06 00:00"), raised: now, over: nil,
      origin: code("H18.101"), subject: subject(deadline: try deadline()))
    return Digest(
      since: instant("2026-03-05 08:00"), until: instant("2026-03-06 08:00"), overdue: [line], dueSoon: [line],
      delivered: [
        .init(time: instant("2026-03-05 10:00"), item: code(Scenario.item), dossiers: [code(Scenario.dossier)])
      ])
  }
}
