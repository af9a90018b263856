import ArgumentParser
import Dossiers
import Foundation
import Settings
import Store

/// `restore`: puts a backup where the store belongs.
struct RestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Puts a backup in the place of a store that is lost.",
    discussion: """
      Checks the file, copies it, and brings the copy to this program's schema. Where dossiers had been moved from it to \
      the archive and that is lost too, the copy of the archive that lies beside the file is put back as well. It \
      writes over nothing: a store that is there must be moved away first, with its -wal and -shm. The daemon must be \
      stopped. Broken off at any moment, it leaves no store that is half there.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: "The backup.", completion: .file())
  var file: String

  @Option(
    help: ArgumentHelp("Where to put it (default: the store of the settings).", valueName: "path"), completion: .file())
  var to: String?

  func run() async throws {
    let path = try to ?? common.settings().store.path
    let archivePath = try to.map(SQLiteStore.archive(besideStore:)) ?? common.settings().store.archive
    let hadArchive = FileManager.default.fileExists(atPath: archivePath)
    let restored = try StoreFile.restore(file, to: path, archive: archivePath, at: .current)
    let archive = restored.archived.map { until in
      hadArchive ? Archive.found : FileManager.default.fileExists(atPath: archivePath) ? .restored : .missing(until)
    }
    var output = Output()
    if common.json {
      try output.json(
        Answer(
          store: path, events: restored.events, lastRecorded: restored.lastRecorded?.rfc3339,
          waiting: restored.waiting, archive: archive?.word))
    } else {
      try output.sentence("\(path): restored, \(restored.summary)")
      if let archive { try output.sentence("\(archivePath): \(archive.words)") }
      for line in advice(restored) { try output.sentence(line) }
    }
    try output.flush()
  }

  private func advice(_ restored: VerifiedStore) -> [String] {
    let since = restored.lastRecorded?.rfc3339 ?? "the backup"
    return [
      "Before you start dossierd:",
      "- Events recorded after \(since) were acknowledged, and are in no queue any more. Have post offices and desks "
        + "publish again what they told since then, while dossierd still rests: what is known falls out, and no breach "
        + "is raised before the queue is read. What nobody can tell again must be added with 'dossierctl event add', "
        + "or what stands on it will be warned of for nothing; 'dossierctl silence add' holds that back.",
      "- What people did since then is gone too: acknowledgements, silences, totals, discarded messages, archiving. Do "
        + "it again.",
      "- \(restored.waiting) notices waited in the backup. What was mailed of them, and of what is raised again, since "
        + "then is mailed a second time; nothing is held back for that. A mail that the backup knew keeps its "
        + "Message-ID, all others get numbers that were never given.",
      "Then: systemctl start dossierd",
    ]
  }

  private struct Answer: Encodable {
    let store: String
    let events: Int
    let lastRecorded: String?
    let waiting: Int
    /// `found`, `restored` or `missing`; left out where nothing was ever archived.
    let archive: String?

    private enum CodingKeys: String, CodingKey {
      case store, events, lastRecorded = "last_recorded", waiting, archive
    }
  }

  /// What became of the archive to which dossiers had been moved.
  private enum Archive {
    case found
    case restored
    case missing(ArchivedUntil)

    var word: String {
      switch self {
      case .found: "found"
      case .restored: "restored"
      case .missing: "missing"
      }
    }

    var words: String {
      switch self {
      case .found: "the archive, left as it was"
      case .restored: "the archive, restored"
      case .missing(let until):
        "missing: \(until.dossiers) dossiers were moved to the archive, and neither it nor a copy of it beside the backup "
          + "is there; put one there, or they are not found"
      }
    }
  }
}
