import ArgumentParser

/// The noun `backup`; without a verb it makes one.
struct BackupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Makes, lists and checks backups of the store.",
    subcommands: [BackupMakeCommand.self, BackupListCommand.self, BackupVerifyCommand.self],
    defaultSubcommand: BackupMakeCommand.self)
}
