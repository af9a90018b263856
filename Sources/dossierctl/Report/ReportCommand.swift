import ArgumentParser

/// The noun `report`; without a verb it makes one.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Makes the report for inspectors, mails it, and checks one against the log.",
    subcommands: [ReportMakeCommand.self, ReportMailCommand.self, ReportVerifyCommand.self],
    defaultSubcommand: ReportMakeCommand.self)
}
