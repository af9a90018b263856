import ArgumentParser
import Daemon
import Dossiers
import Foundation
import Settings
import Store

/// `mail preview NAME`: a mail as files to look at.
struct MailPreviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview", abstract: "Renders a mail into files, and sends none.",
    discussion: """
      Without --dossier the data are made up from the configured agencies, procedures and terms. With it they are what \
      the daemon's database knows of the dossier now: 'alerts' tells what stands, 'digest' as the daily digest would, \
      'apology' drafts the letter of apology with a new date.

      Written are subject.txt, mail.txt, mail.html, the whole message mail.eml, and the files that go with it.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(
    help: "Which mail: \(MailPreviewCommand.names).", completion: .list(MailSample.allCases.map(\.rawValue)),
    transform: MailPreviewCommand.sample)
  var name: MailSample

  @Option(help: ArgumentHelp("With what is known of this dossier.", valueName: "code"), transform: Reading.code)
  var dossier: DossierCode?

  @Option(
    help: ArgumentHelp("Where the files go; it is made where it is not there.", valueName: "folder"),
    completion: .directory)
  var to = "mail-preview"

  @Option(
    help: ArgumentHelp("The mail of another moment, \(Reading.instant).", valueName: "instant"),
    transform: Reading.moment)
  var now: Instant?

  func validate() throws {
    guard dossier != nil, ![MailSample.alerts, .digest, .apology].contains(name) else { return }
    throw ValidationError("With --dossier expected alerts, digest or apology.")
  }

  func run() async throws {
    let now = now ?? .current
    let mail = try await mail(at: now)
    var files: [(name: String, bytes: [UInt8])] = [
      ("subject.txt", Array("\(mail.subject)\n".utf8)), ("mail.txt", Array(mail.text.utf8)),
      ("mail.html", Array(mail.html.utf8)), ("mail.eml", mail.message),
    ]
    files += mail.attachments
    for file in files { try write(file.bytes, to: file.name) }
    var output = Output()
    if common.json {
      try output.json(
        PreviewAnswer(
          folder: to, subject: mail.subject,
          files: files.map { PreviewAnswer.File(name: $0.name, bytes: $0.bytes.count) }
        ))
    } else {
      try output.sentence(mail.subject)
      var table = Table("file", "bytes")
      for file in files { table.add("\(to)/\(file.name)", "\(file.bytes.count)") }
      try output.table(table)
    }
    try output.flush()
  }

  private func mail(at now: Instant) async throws -> PreviewedMail {
    guard let dossier else { return try MailPreview(common.settings()).mail(name, at: now) }
    let (settings, store) = try common.storeForReading()
    guard let report = try await store.explanations(of: dossier, at: now) else {
      throw CommandError.unknown("Nothing is known of dossier \(dossier)")
    }
    let known = PreviewedDossier(
      report, alerts: try await store.alerts(firingOnly: true, limit: 100_000),
      events: try await store.events(of: dossier))
    guard let mail = try MailPreview(settings).mail(name, of: known, at: now) else {
      throw CommandError.unknown("Of dossier \(dossier) there is nothing to tell: no deadline of that kind runs")
    }
    return mail
  }

  private func write(_ bytes: [UInt8], to name: String) throws(CommandError) {
    let path = "\(to)/\(name)"
    do {
      try FileManager.default.createDirectory(atPath: to, withIntermediateDirectories: true)
      try Data(bytes).write(to: URL(filePath: path))
    } catch {
      throw .unwritable(reason: "\(path): \(error.localizedDescription)")
    }
  }

  private static var names: String { MailSample.allCases.map(\.rawValue).joined(separator: ", ") }

  private static func sample(_ text: String) throws -> MailSample {
    guard let sample = MailSample(rawValue: text) else { throw ValidationError("Expected one of \(names).") }
    return sample
  }
}

/// What was written, as a program reads it.
private struct PreviewAnswer: Encodable {
  struct File: Encodable {
    let name: String
    let bytes: Int
  }

  let folder: String
  let subject: String
  let files: [File]
}
