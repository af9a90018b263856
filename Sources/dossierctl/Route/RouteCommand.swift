import ArgumentParser

/// `route`: who is told of what.
struct RouteCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "route", abstract: "Answers who is told of an alert.", subcommands: [RouteTestCommand.self])
}
