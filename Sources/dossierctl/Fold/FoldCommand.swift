import ArgumentParser
import Dossiers
import Settings

/// `fold`: what a file of events comes to, without broker or disk.
struct FoldCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fold", abstract: "Says what the events of a file come to: stages, deadlines, alerts, anomalies.",
    discussion: """
      Reads JSON lines or CSV as "publish" does, in any order. All of it was heard by --now; later events do not count. \
      What can't be taken is named on standard error with its line and its reason, and stops nothing.

      Reports one dossier a line, by code, then the shipments without a dossier, by item.
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("For which instant: \(Reading.instant).", valueName: "instant"), transform: Reading.moment)
  var now: Instant

  @Argument(help: "JSON lines or CSV; - for standard input.", completion: .file())
  var file: String

  func run() async throws {
    let settings = try common.settings()
    var heard = HeardEvents(settings, now: now)
    var lines = try EventLines(file)
    while let entries = try lines.next() {
      for entry in entries {
        do throws(Refusal) {
          try heard.take(entry)
        } catch {
          Diagnostics.say("\(file):\(entry.number): \(error)")
        }
      }
    }
    let reports = OfflineFold(heard.events, rules: Rules(settings.rules))
      .reports(at: now, unclaimedAfter: .days(Int64(settings.alerts.unclaimedDays)))
    try show(reports)
  }

  private func show(_ reports: [CaseReport]) throws {
    var output = Output()
    if common.json {
      for report in reports { try output.json(report) }
    } else {
      try output.table(Table(reports))
    }
    try output.flush()
  }
}
