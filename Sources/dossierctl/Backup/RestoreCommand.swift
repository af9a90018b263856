import ArgumentParser
import Dossiers
import Settings
import Store

/// `restore`: puts a backup where the store belongs.
struct RestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Puts a backup in the place of a store that is lost.",
    discussion: """
      Checks the file, copies it, and brings the copy to this program's schema. It writes over nothing: a store that \
      is there must be moved away first, with its -wal and -shm. The daemon must be stopped. Broken off at any moment, \
      it leaves no store that is half there.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: "The backup.")
  var file: String

  @Option(help: ArgumentHelp("Where to put it (default: the store of the settings).", valueName: "path"))
  var to: String?

  func run() async throws {
    let path = try to ?? common.settings().store.path
    let restored = try StoreFile.restore(file, to: path, at: .current)
    var output = Output()
    if common.json {
      try output.json(
        Answer(
          store: path, events: restored.events, lastRecorded: restored.lastRecorded?.rfc3339,
          waiting: restored.waiting))
    } else {
      try output.sentence("\(path): restored, \(restored.summary)")
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
  }
}
