import ArgumentParser

/// The noun `calendar`.
struct CalendarCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar", abstract: "Counts with the working calendar.",
    subcommands: [CalendarDueCommand.self, CalendarBetweenCommand.self])
}
