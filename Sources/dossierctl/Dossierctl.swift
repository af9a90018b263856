import ArgumentParser
import Daemon

/// The operator's tool: a list of commands.
struct Dossierctl: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dossierctl",
    abstract: "Looks after dossierd: what it heard, whom it tells, its rules, its store and its broker.",
    discussion: """
      Files may be - for standard input. Results go to standard output, all else to standard error.

      Exit status: 0 done, 64 wrong usage, 65 wrong data, 66 no such input, 69 the broker is not there or nobody \
      takes the message, 73 a file cannot be made or is there already, 74 input or output failed, 75 try again later, \
      78 wrong configuration.
      """,
    version: Version.text,
    subcommands: [
      StatusCommand.self, PublishCommand.self, SimulateCommand.self, FoldCommand.self, DossierCommand.self,
      AlertsCommand.self,
      AckCommand.self, SilenceCommand.self, RouteCommand.self, ParkedCommand.self, EventCommand.self,
      ClosureCommand.self, CalendarCommand.self, BackupCommand.self, RestoreCommand.self, ArchiveCommand.self,
      RebuildCommand.self,
      TryCommand.self, TopologyCommand.self,
      MailCommand.self, AdoptionCommand.self, ImportCommand.self, FiguresCommand.self, ReportCommand.self,
      ReaderCommand.self, LooksCommand.self, InitCommand.self, RegistryCommand.self,
    ])
}
