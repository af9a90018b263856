import ArgumentParser
import Daemon
import Dossiers
import Foundation
import Mail
import Reporting
import Settings
import Store

/// `report make`: the figures of a period as a page, a table, JSON and PDF.
struct ReportMakeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make", abstract: "Makes the report over a period: a page for A4, CSV, JSON, and PDF where asked for.",
    discussion: """
      The figures are those of 'figures' and 'adoption'. The log is folded anew up to the instant that the report \
      states, a minute ago, so that 'report verify' comes to the same. It may run beside the daemon.

      Written are inspection-PERIOD-LANGUAGE.html, inspection-PERIOD.csv and inspection-PERIOD.json.
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var options: PeriodOptions

  @Option(
    help: "The language of the page: vi or en.", completion: .list(ReportLanguage.allCases.map(\.rawValue)),
    transform: ReportMakeCommand.language)
  var language: ReportLanguage = .vi

  @Option(
    help: ArgumentHelp("Where the files go; it is made where it is not there.", valueName: "folder"),
    completion: .directory)
  var into = "."

  @Flag(help: "Print the page into a PDF file too, by Debian's chromium.")
  var pdf = false

  @Option(
    help: ArgumentHelp("Make it as it was known at the end of this day.", valueName: "date"), transform: Reading.date)
  var asKnown: LocalDate?

  func run() async throws {
    guard let period = options.period else { throw ValidationError("Expected a period.") }
    let printer = pdf ? try PagePrinter.found() : nil
    let (settings, store) = try common.storeForReading()
    let templates = try MailTemplates(settings, needed: [ReportPage.template])
    let latest = InspectionReport.latest(at: .current)
    let known = min(asKnown?.lastInstant ?? latest, latest)
    let report = try await InspectionReport(
      of: period, knownBy: known, from: store, register: settings.register, progress: Diagnostics.events)
    Diagnostics.endProgress()
    let made = try ReportFiles(report, language, templates)
    for file in made.all { try write(file) }
    try printer?.print("\(into)/\(made.page.name)", to: "\(into)/\(made.page.pdfName)")
    let files = made.all.map(\.name) + (pdf ? [made.page.pdfName] : [])
    var output = Output()
    if common.json {
      try output.json(Answer(folder: into, files: files, known: report.known.rfc3339, log: report.log))
    } else {
      for file in files { try output.sentence("\(into)/\(file)") }
      try output.sentence("SHA-256 \(report.log.digest), \(report.log.events) events, last \(report.log.last)")
    }
    try output.flush()
  }

  private struct Answer: Encodable {
    let folder: String
    let files: [String]
    let known: String
    let log: LogState
  }

  private func write(_ file: ReportFiles.File) throws(CommandError) {
    do {
      try FileManager.default.createDirectory(atPath: into, withIntermediateDirectories: true)
      try Data(file.bytes).write(to: URL(filePath: "\(into)/\(file.name)"), options: .atomic)
    } catch {
      throw .unwritable(reason: "\(into)/\(file.name): \(error.localizedDescription)")
    }
  }

  private static func language(_ text: String) throws -> ReportLanguage {
    guard let language = ReportLanguage(rawValue: text) else { throw ValidationError("Expected vi or en.") }
    return language
  }
}

extension ReportFiles.File {
  /// The name of the PDF file that the page is printed into.
  var pdfName: String { name.prefix { $0 != "." } + ".pdf" }
}
