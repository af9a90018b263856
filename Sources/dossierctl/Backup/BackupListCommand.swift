import ArgumentParser
import Dossiers
import Settings
import Store

/// `backup list`
struct BackupListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the backups and the copies of the archive, the newest first.")

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("Another folder than that of the settings.", valueName: "folder"), completion: .directory)
  var of: String?

  func run() async throws {
    let folder = BackupFolder(path: try of ?? common.settings().backup.folder)
    let backups = folder.backups() + folder.archives()
    var output = Output()
    if common.json {
      for backup in backups { try output.json(BackupLine(backup)) }
    } else {
      var table = Table("made", "why", "bytes", "file")
      for backup in backups {
        table.add(backup.made.rfc3339, backup.occasion.rawValue, "\(backup.bytes)", backup.path)
      }
      try output.table(table)
    }
    try output.flush()
  }
}
