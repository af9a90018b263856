import ArgumentParser
import Daemon
import Dossiers
import Settings
import Store

/// `rebuild`: makes every projection anew from the log.
struct RebuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild", abstract: "Makes every projection anew from the event log, and shows where it differs.",
    discussion: """
      The daemon must be stopped. Folds the whole log into a database of its own beside the kept one, which needs as \
      much room, and compares the two. Where they differ, the new rows take the place of the kept ones; with --check \
      nothing is changed. What was told to whom, and what is parked, is not made from the log and stays.

      Exit status: 0 nothing differed, 65 something did.
      """)

  @OptionGroup var common: CommonOptions

  @Flag(help: "Only compare, and change nothing.")
  var check = false

  func run() async throws {
    let settings = try common.settings()
    let store = try SQLiteStore(
      path: settings.store.path, telling: Telling(settings),
      unclaimedAfter: .days(Int64(settings.alerts.unclaimedDays)),
      backups: BackupFolder(path: settings.backup.folder))
    let started = Instant.current
    let rebuilt = try await store.rebuild(replacing: !check, at: started, progress: Diagnostics.events)
    Diagnostics.endProgress()
    try show(rebuilt, took: Instant.current.since(started))
    if !rebuilt.differences.isEmpty { throw CommandError.reported(.data) }
  }

  private func show(_ rebuilt: Rebuilt, took: Span) throws {
    var output = Output()
    if common.json {
      try output.json(Answer(rebuilt, took))
    } else {
      for difference in rebuilt.differences {
        let how = difference.isKept ? difference.isRebuilt ? "other than kept" : "kept for nothing" : "was missing"
        try output.sentence("\(difference.table) \(difference.name): \(how)")
      }
      let verdict =
        rebuilt.differences.isEmpty
        ? "nothing differs"
        : check ? "the kept ones differ; nothing was changed" : "the kept ones differed and were replaced"
      try output.sentence(
        "\(rebuilt.events) events make \(rebuilt.items) items and \(rebuilt.dossiers) dossiers: \(verdict)")
    }
    try output.flush()
  }

  private struct Answer: Encodable {
    struct Difference: Encodable {
      let table: String
      let name: String
      let kept: Bool
      let rebuilt: Bool
    }
    let events: Int
    let items: Int
    let dossiers: Int
    let seconds: Double
    let differences: [Difference]

    init(_ rebuilt: Rebuilt, _ took: Span) {
      events = rebuilt.events
      items = rebuilt.items
      dossiers = rebuilt.dossiers
      seconds = Double(took.microseconds) / 1_000_000
      differences = rebuilt.differences.map {
        Difference(table: $0.table, name: $0.name, kept: $0.isKept, rebuilt: $0.isRebuilt)
      }
    }
  }
}
