import ArgumentParser
import Dossiers
import Settings
import Store

/// `backup make`: copies the store beside the running daemon.
struct BackupMakeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make", abstract: "Copies the store as it is at this moment, and checks the copy.",
    discussion: """
      May run beside the daemon, which is kept waiting at no time. The copy lies in the folder that the settings name, \
      under the time at which it was made; of what lies there too much or too old is then removed by 'keep-count' and \
      'keep-days', but never the newest. With --to it lies in another folder, of which nothing is removed.

      The archive of 'dossierctl archive' is copied beside it, once after each archiving, under the time of that.
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("Another folder than that of the settings.", valueName: "folder"), completion: .directory)
  var to: String?

  func run() async throws {
    let settings = try common.settings()
    let folder = BackupFolder(path: to ?? settings.backup.folder)
    let now = Instant.current
    let made = try folder.make(of: settings.store.path, at: now)
    var removed =
      to == nil ? try folder.prune(count: settings.backup.keepCount, days: settings.backup.keepDays, at: now) : []
    var output = Output()
    if !common.json { try output.sentence("\(made.path): \(made.bytes) bytes, checked") }
    try output.flush()
    // The store is safe by now, whatever becomes of its archive.
    let archive = try StoreFile.archived(made.path).flatMap { until in
      try folder.keepArchive(at: settings.store.archive, until: until)
    }
    if to == nil, archive != nil { removed += try folder.pruneArchives() }
    if common.json {
      try output.json(
        Answer(backup: BackupLine(made), archive: archive.map(BackupLine.init), removed: removed.map(\.path)))
    } else {
      if let archive { try output.sentence("\(archive.path): \(archive.bytes) bytes, the archive, checked") }
      for backup in removed { try output.sentence("removed \(backup.path)") }
    }
    try output.flush()
  }

  private struct Answer: Encodable {
    let backup: BackupLine
    /// Where the archive had to be copied with it.
    let archive: BackupLine?
    let removed: [String]
  }
}

/// A backup as programs read it.
struct BackupLine: Encodable {
  let path: String
  let made: String
  let occasion: BackupFile.Occasion
  let bytes: Int

  init(_ backup: BackupFile) {
    (path, made, occasion, bytes) = (backup.path, backup.made.rfc3339, backup.occasion, backup.bytes)
  }
}
