import Dossiers
import Foundation
import Mail
import Store
import TestSupport

@testable import Daemon
@testable import Settings

/// Where the tests' mails are written: the shipped templates, the sample province, and leads made up for it.
struct Desk {
  static let templates = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "config/templates")

  static let lead = ReceiverID(.lead, agency: code("H18.101"))
  static let head = ReceiverID(.head, agency: code("H18.101"))
  static let post = ReceiverID(.provincialPost)

  var composer: Composer

  init(language: Lead.Language = .vietnamese, publicURL: String? = nil, registry: Registry = SampleRules.registry)
    throws
  {
    let lead = Lead(name: "Bộ phận Một cửa", address: "lead@example.org", language: language)
    composer = Composer(
      templates: try MailTemplates(directory: Desk.templates.path),
      sender: try Mailbox(address: "dossierd@example.org"),
      reader: { _, _ in lead }, registry: registry,
      calendar: SampleRules.calendar, broker: "amqp://mq.example.org/", domain: "example.org", publicURL: publicURL)
  }

  func pending(_ notices: [Notice], to receiver: ReceiverID = Desk.lead, group: String = "root", follows: Bool = false)
    -> PendingMail
  {
    PendingMail(id: 7, receiver: receiver, group: group, notices: notices, attempts: 0, follows: follows)
  }

  func draft(
    of notices: [Notice], to receiver: ReceiverID = Desk.lead, follows: Bool = false, at now: String
  ) throws -> Draft {
    let pending = pending(notices, to: receiver, follows: follows)
    return try Draft(
      pending, composer.templates, context: composer.context(of: receiver, at: instant(now)), broker: composer.broker)
  }

  /// The mail as Python's `email` package reads it.
  func read(_ pending: PendingMail, at now: String) throws -> SMTPSinkMail {
    try SMTPSinkMail(bytes: composer.compose(pending, at: instant(now)).serialized())
  }

  /// A notice about a dossier whose term of five working days has this last day.
  static func notice(
    _ number: Int, _ what: Notice.What, lastDay: String = "2026-03-09", clock: ClockKind = .process,
    reason: Notice.Reason = .first, step: Int = 0, met: String? = nil, isRescheduled: Bool = false,
    escalation: [ClockRule.Escalation] = []
  ) -> Notice {
    let last = day(lastDay)
    let started = (SampleRules.calendar.workingDay(-5, after: last) ?? last).at(secondOfDay: 9 * 3600)
    let deadline = Deadline(
      clock: clock, item: nil, round: 1, started: started, dueDate: DueDate(lastDay: last), warn: nil,
      mailsWarning: true, pauses: [], end: met.map { .met(instant($0)) },
      basis: Deadline.Basis(
        countedFrom: started, term: .allowance(.workingDays(5)), counting: Counting(), agency: nil, causes: [],
        edition: day("2018-01-01"), law: nil, escalation: escalation))
    return Notice(
      id: Int64(number), alert: Int64(number), what: what, subject: subject(number, deadline, isRescheduled),
      explained: nil, since: what == .breach ? last.end : started, reason: reason, step: step)
  }

  static func dossier(_ number: Int) -> DossierCode {
    code("H18.101-260302-\(String(repeating: "0", count: max(0, 4 - "\(number)".count)))\(number)")
  }

  private static func subject(_ number: Int, _ deadline: Deadline, _ isRescheduled: Bool) -> NoticeSubject {
    NoticeSubject(
      clock: deadline.clock, item: nil, dossiers: [dossier(number)], origin: code("H18.101"),
      procedure: code("1.004884"), deadline: deadline, dossierStage: .processing, shipmentStage: nil, lastSeen: nil,
      isRescheduled: isRescheduled)
  }

  /// A cause of this kind.
  static func cause(
    _ what: Notice.What, office: String? = "381100", matter: String? = nil, behind: Int = 0, id: Int64 = 900,
    tally: TalliedDay? = nil
  ) -> Notice {
    Notice(
      id: id, alert: id, what: what,
      subject: NoticeSubject(
        clock: nil, item: nil, dossiers: [], origin: nil, procedure: nil, deadline: nil, dossierStage: nil,
        shipmentStage: nil, lastSeen: nil, office: office.map { code($0) }, matter: matter, tally: tally),
      explained: nil,
      since: instant("2026-03-06 08:15"),
      behind: (0..<behind).compactMap { notice(1000 + $0, .breach).subject })
  }
}

/// The rows of a CSV file as Python's csv module reads them.
func rows(ofCSV bytes: Data) async throws -> [[String]] {
  let program = """
    import csv, io, json, sys
    text = sys.stdin.buffer.read()
    assert text.startswith(b"\\xef\\xbb\\xbf")
    print(json.dumps(list(csv.reader(io.StringIO(text.decode("utf-8-sig"), newline=""), strict=True))))
    """
  let outcome = try await ProcessRunner.run("python3", ["-c", program], input: bytes)
  return try JSONDecoder().decode([[String]].self, from: Data(outcome.output.utf8))
}
