import ArgumentParser
import Daemon
import Dossiers
import Foundation
import Mail
import Reporting
import Settings
import Store

/// `report verify FILE`: whether a report was made from this log.
struct ReportVerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Says whether a report was made from this log, and says what that log gives.",
    discussion: """
      Reads what the page, table or JSON file states, makes the digest of the log and the figures anew as they were \
      known then, and of a page all that it shows. Where it agrees, what was recorded since and bears on its period is \
      told: that may have changed the figures, and makes the report no less right. Ends with 0 where all agrees, and \
      with 65 where something does not, which it names.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: "The report as .html, .csv or .json.", completion: .file())
  var file: String

  func run() async throws {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw CommandError.noInput(path: file, reason: String(cString: strerror(errno)))
    }
    guard let read = ReportFile(data) else {
      throw CommandError.unlisted(
        "\(file) is no report of dossierctl as HTML, CSV or JSON, or was changed so that it is none any more.")
    }
    let (settings, store) = try common.storeForReading()
    let templates = try MailTemplates(settings, needed: [ReportPage.template])
    let report = try await InspectionReport(
      of: read.stated.period, knownBy: read.stated.known, from: store, register: settings.register,
      progress: Diagnostics.events)
    Diagnostics.endProgress()
    let check = try ReportCheck(read, against: report, templates)
    let since = try await store.recorded(after: report.known, bearingOn: report.period)
    var output = Output()
    if common.json {
      try output.json(
        Answer(agrees: check.differences.isEmpty, differences: check.differences.map(\.words), since: since))
    } else if check.differences.isEmpty {
      try output.sentence(
        "Báo cáo khớp với nhật ký / the report agrees with the log: \(report.log.events) events, \(report.log.digest)")
      let words = since.words { "\($0)" }
      if !words.vietnamese.isEmpty {
        try output.sentence(
          "Ghi nhận từ đó, liên quan đến kỳ này: \(words.vietnamese.joined(separator: ", ")) / recorded since, bearing on "
            + "this period: \(words.english.joined(separator: ", ")). 'dossierctl figures --as-known' shows what that changed."
        )
      }
    } else {
      for difference in check.differences { try output.sentence(difference.words) }
    }
    try output.flush()
    if !check.differences.isEmpty { throw CommandError.reported(.data) }
  }

  private struct Answer: Encodable {
    let agrees: Bool
    let differences: [String]
    let since: LaterRecords

    private enum CodingKeys: String, CodingKey {
      case agrees, differences, since = "recorded_since"
    }
  }
}

extension ReportCheck.Difference {
  fileprivate var words: String {
    switch self {
    case .log(let stated, let found):
      "The log is not the one that the report states: stated last \(stated.last), \(stated.events) events, "
        + "\(stated.versions) versions, \(stated.digest); found \(found.last), \(found.events), \(found.versions), "
        + "\(found.digest). Ask for the report anew, and look at who could write to the database."
    case .figure(let name, let stated, let found):
      "Figure \(name): stated \(stated ?? "nothing"), found \(found ?? "nothing")."
    case .page(let line):
      "The page shows something else than its figures, first on line \(line): it was changed, or its template was "
        + "since. The figures of its JSON or CSV file don't hang on a template."
    }
  }
}
