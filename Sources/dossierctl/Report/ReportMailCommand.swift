import ArgumentParser
import Daemon
import Dossiers
import Foundation
import Mail
import Reporting
import Settings
import Store

/// `report mail`: the reports that are owed, to those who are to have them.
struct ReportMailCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mail", abstract: "Mails the report to the receivers of routing.yaml, once for each period.",
    discussion: """
      Without a period: the month before this one, the quarter, half-year and year that ended with it and of which the \
      law wants a report, and whatever was begun before and not taken by the mail server. The page, the table and the \
      JSON go with it, and a PDF file where chromium prints one.

      What was mailed is kept beside the log, by the running daemon or here where none runs. Ends with 75 where a mail \
      did not leave and may later: the same call sends it, as the same mail.
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var choice: PeriodChoice

  @Flag(help: "Mail it once more to whoever has it already.")
  var again = false

  func run() async throws {
    let (settings, store) = try common.storeForReading()
    let lock = try ReportMailCommand.lock(beside: settings.store.path)
    defer { withExtendedLifetime(lock) {} }
    let now = Instant.current
    let receivers = settings.routing.reportTo.map { ReceiverID($0) }
    let periods = choice.period.map { [$0] } ?? ReportedPeriod.ended(before: LocalDate(now))
    for period in periods {
      let reply = try await ControlClient(settings).ask(
        .beginReport(
          from: period.first, to: period.last, receivers: receivers, known: InspectionReport.latest(at: now),
          again: again))
      guard reply.isDone else {
        Diagnostics.say("dossierctl: \(reply.message)")
        throw CommandError.reported(.temporary)
      }
    }
    let owed = try await store.reportMails(of: choice.period).filter { $0.settled == nil }
    var sender = try ReportSender(settings, store)
    for mail in owed { try await sender.send(mail) }
    var mails: [ReportMail] = []
    for period in Set(periods + owed.map(\.period)) { mails += try await store.reportMails(of: period) }
    try show(mails.sorted { $0.id < $1.id })
    try sender.finish()
  }

  /// Two at once would both send what is owed.
  private static func lock(beside path: String) throws -> OwnerLock {
    do throws(StoreError) { return try OwnerLock(path: "\(path).report") } catch {
      guard case .inUse = error else { throw error }
      Diagnostics.say("dossierctl: reports are being mailed by another call already; wait for its end.")
      throw CommandError.reported(.temporary)
    }
  }

  private func show(_ mails: [ReportMail]) throws {
    var output = Output()
    if common.json {
      for mail in mails { try output.json(Line(mail)) }
    } else {
      var table = Table("period", "receiver", "address", "state", "at")
      for line in mails.map(Line.init) {
        table.add("\(line.from)/\(line.to)", line.receiver, line.address ?? "", line.state, line.at ?? "")
      }
      try output.table(table)
    }
    try output.flush()
  }

  private struct Line: Encodable {
    let from: LocalDate
    let to: LocalDate
    let receiver: String
    let known: String
    let state: String
    let at: String?
    let address: String?
    let messageID: String?
    let reply: String?

    private enum CodingKeys: String, CodingKey {
      case from, to, receiver, known, state, at, address, messageID = "message_id", reply
    }

    init(_ mail: ReportMail) {
      from = mail.period.first
      to = mail.period.last
      receiver = mail.receiver.text
      known = mail.known.rfc3339
      at = mail.settled?.at.rfc3339
      switch mail.settled?.outcome {
      case .accepted(let address, let messageID, let reply):
        (state, self.address, self.messageID, self.reply) = ("mailed", address, messageID, reply)
      case .refused(let address, let messageID, let why):
        (state, self.address, self.messageID, reply) = ("refused", address, messageID, why)
      case nil: (state, address, messageID, reply) = ("owed", nil, nil, nil)
      }
    }
  }
}
