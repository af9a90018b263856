import ArgumentParser
import Dossiers
import Settings
import Store

/// `backup verify`: looks at every page of backups.
struct BackupVerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Says whether backups are sound, and what they hold.",
    discussion: """
      Reads every page of the files named, or of all backups in the folder of the settings. Ends with 0 where all are \
      sound, with 65 where one is not, and with 66 where there is none.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: "The files; all backups where none is named.", completion: .file())
  var files: [String] = []

  func run() async throws {
    var files = files
    if files.isEmpty {
      let folder = BackupFolder(path: try common.settings().backup.folder)
      files = (folder.backups() + folder.archives()).map(\.path)
      if files.isEmpty { throw CommandError.noInput(path: folder.path, reason: "no backup lies there") }
    }
    var output = Output()
    var areSound = true
    for file in files {
      do throws(StoreError) {
        let verified = try StoreFile.verified(file)
        if common.json {
          try? output.json(Answer(file: file, verified))
        } else {
          try? output.sentence("\(file): sound, \(verified.summary)")
        }
      } catch {
        areSound = false
        if files.count == 1 { throw error }
        Diagnostics.say("dossierctl: \(error)")
      }
    }
    try output.flush()
    if !areSound { throw CommandError.reported(.data) }
  }

  private struct Answer: Encodable {
    let file: String
    let events: Int
    let lastRecorded: String?
    let waiting: Int
    let older: Bool

    private enum CodingKeys: String, CodingKey {
      case file, events, lastRecorded = "last_recorded", waiting, older
    }

    init(file: String, _ verified: VerifiedStore) {
      self.file = file
      events = verified.events
      lastRecorded = verified.lastRecorded?.rfc3339
      waiting = verified.waiting
      older = verified.isOlder
    }
  }
}

extension VerifiedStore {
  /// What it holds, in words.
  var summary: String {
    "\(events) events\(lastRecorded.map { ", the last recorded \($0.rfc3339)" } ?? "")"
      + (isOlder ? ", of an older dossierd" : "")
  }
}
