public import Dossiers
public import Store

/// What a store knows of a dossier, to be told as a mail would.
public struct PreviewedDossier: Sendable {
  let report: ExplainedReport
  private let alerts: [AlertLine]
  private let isRescheduled: Bool

  /// What is known: the report with its explanations, the alerts that concern the dossier, and its events.
  public init(_ report: ExplainedReport, alerts: [AlertLine], events: [LoggedEvent]) {
    self.report = report
    self.alerts = alerts.filter { line in
      report.report.dossier.map { line.subject?.dossiers.contains($0) ?? false } ?? false
    }
    isRescheduled = events.contains { logged in
      if case .noted(let note) = logged.event.fact, case .rescheduled = note.saying { true } else { false }
    }
  }

  /// What is to be told now: the alerts that stand; where none does, the deadline that is next.
  func notices(at now: Instant) -> [Notice] {
    var notices: [Notice] = []
    for line in alerts where line.state == "firing" {
      guard let told = Notice(line), let subject = told.subject else { continue }
      notices.append(notice(told.what, subject, since: told.since, id: line.id))
    }
    if notices.isEmpty {
      for alert in report.report.alerts where alert.state == .firing {
        guard let what = Notice.What(rawValue: alert.kind.rawValue) else { continue }
        let deadline = report.report.deadlines.first {
          $0.clock == alert.clock && $0.item == alert.item && $0.round == alert.round
        }
        notices.append(
          notice(what, subject(alert.clock, alert.item, deadline), since: alert.since, id: Int64(notices.count + 1)))
      }
    }
    if notices.isEmpty, let next = open.min(by: { ($0.dueDate.due ?? now) < ($1.dueDate.due ?? now) }) {
      notices.append(notice(.warning, subject(next.clock, next.item, next), since: next.started, id: 1))
    }
    return notices
  }

  /// What stands, as the digest tells it.
  func digest(at now: Instant) -> Digest {
    let lines = notices(at: now).map { notice in
      AlertLine(
        id: notice.id, kind: notice.what.rawValue, state: "firing", since: notice.since, raised: notice.since,
        over: nil, origin: notice.subject?.origin, subject: notice.subject)
    }
    return Digest(
      since: now.advanced(by: .days(-1)), until: now, overdue: lines.filter { $0.kind == "breach" },
      dueSoon: lines.filter { $0.kind == "warning" }, delivered: [])
  }

  /// The subject of a letter of apology: the dossier with the deadline that the letter concerns; nil where none runs.
  var apology: NoticeSubject? {
    let found = open.first { $0.clock == .process } ?? open.first { $0.clock == .promise }
    return found.map { subject($0.clock, nil, $0) }
  }

  private var open: [Deadline] { report.report.deadlines.filter { $0.end == nil && $0.dueDate.due != nil } }

  private func notice(_ what: Notice.What, _ subject: NoticeSubject, since: Instant, id: Int64) -> Notice {
    let explained = report.deadlines.first { $0.deadline == subject.deadline }
    return Notice(id: id, alert: id, what: what, subject: subject, explained: explained, since: since)
  }

  private func subject(_ clock: ClockKind?, _ item: ItemID?, _ deadline: Deadline?) -> NoticeSubject {
    NoticeSubject(
      clock: clock, item: item, dossiers: report.report.dossier.map { [$0] } ?? [], origin: report.report.origin,
      procedure: report.report.procedure, deadline: deadline, dossierStage: report.report.stage,
      shipmentStage: report.report.items.first { $0.item == item }?.stage, lastSeen: nil, isRescheduled: isRescheduled)
  }
}
