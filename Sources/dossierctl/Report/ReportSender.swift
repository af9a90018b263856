import Daemon
import Dossiers
import Foundation
import Mail
import Reporting
import Settings
import Store

/// Makes the reports that are owed and sends them, one mail to one receiver after another.
struct ReportSender {
  private let settings: Settings
  private let store: any DossierStore
  private let templates: MailTemplates
  private let client: SMTPClient
  private let sender: Mailbox
  private var made: (knownBy: Instant, report: InspectionReport)?
  private var printed: (page: ReportFiles.File, pdf: ReportFiles.File?)?
  private var worst: ExitStatus?

  init(_ settings: Settings, _ store: any DossierStore) throws {
    self.settings = settings
    self.store = store
    templates = try MailTemplates(settings, needed: [ReportPage.template])
    client = try SMTPClient(SMTPServer(settings.mail))
    sender = try Mailbox(name: settings.mail.fromName, address: settings.mail.fromAddress)
  }

  /// Sends what is owed, and has it kept what became of it. One that may be sent later stays owed.
  mutating func send(_ mail: ReportMail) async throws {
    let day = LocalDate(Instant.current)
    let registry = settings.rules.registry
    let lead =
      settings.directory.mailbox(of: mail.receiver, on: day, in: registry) ?? settings.directory.leads.operator
    let message = try message(mail, to: lead, try await report(mail))
    let outcome: ReportMail.Outcome
    do throws(MailError) {
      let reply = try await client.send(message)
      outcome = .accepted(
        address: lead.address, messageID: message.id.text, reply: "\(reply.code) \(reply.text)")
    } catch {
      Diagnostics.say("dossierctl: the report over \(mail.period) for \(lead.address): \(error)")
      guard error.isPermanent else {
        worst = .temporary
        return
      }
      worst = worst ?? .data
      outcome = .refused(address: lead.address, messageID: message.id.text, why: "\(error)")
    }
    try await settle(mail, outcome)
  }

  /// Ends the command as the worst mail went.
  func finish() throws {
    if let worst { throw CommandError.reported(worst) }
  }

  private func settle(_ mail: ReportMail, _ outcome: ReportMail.Outcome) async throws {
    let reply = try await ControlClient(settings).ask(.reportMailed(mail.id, outcome))
    guard !reply.isDone else { return }
    Diagnostics.say("dossierctl: \(reply.message)")
    throw CommandError.reported(.temporary)
  }

  /// The report that is owed, made once for all who are to have it.
  private mutating func report(_ mail: ReportMail) async throws -> InspectionReport {
    if let made, made.report.period == mail.period, made.knownBy == mail.known { return made.report }
    let report = try await InspectionReport(
      of: mail.period, knownBy: mail.known, from: store, register: settings.register, progress: Diagnostics.events)
    Diagnostics.endProgress()
    made = (mail.known, report)
    return report
  }

  private mutating func message(
    _ mail: ReportMail, to lead: Lead, _ report: InspectionReport
  ) throws -> MailMessage {
    let language: ReportLanguage = lead.language == .english ? .en : .vi
    let pdf = pdf(try ReportFiles(report, language, templates).page)
    let domain = sender.address.split(separator: "@").last.map(String.init) ?? "localhost"
    // The same for each try, so that one that was sent and not recorded comes as the same mail.
    let id = try MessageID(
      stable: ["report", mail.period.description, mail.receiver.text, "\(mail.round)"], domain: domain)
    return try ReportFiles(report, language, templates, hasPDF: pdf != nil).message(
      from: sender, to: try Mailbox(name: lead.name, address: lead.address), id: id, written: mail.begun, pdf: pdf)
  }

  /// The page as a PDF file; nil where no browser prints it, which is no reason not to send the rest.
  private mutating func pdf(_ page: ReportFiles.File) -> ReportFiles.File? {
    if let printed, printed.page == page { return printed.pdf }
    let folder = FileManager.default.temporaryDirectory.appending(path: "dossierctl-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    var file: ReportFiles.File?
    do {
      let printer = try PagePrinter.found()
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let (html, pdf) = (folder.appending(path: page.name), folder.appending(path: page.pdfName))
      try Data(page.bytes).write(to: html)
      try printer.print(html.path, to: pdf.path)
      file = ReportFiles.File(name: page.pdfName, type: "application/pdf", bytes: Array(try Data(contentsOf: pdf)))
    } catch let error as CommandError {
      for line in error.lines { Diagnostics.say("dossierctl: the report goes without a PDF file: \(line)") }
    } catch {
      Diagnostics.say("dossierctl: the report goes without a PDF file: \(error.localizedDescription)")
    }
    printed = (page, file)
    return file
  }
}
