import ArgumentParser

/// `event`: what an operator adds to the log, or takes back.
struct EventCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "event", abstract: "Adds an event in your own name, or takes one back, with your reason.",
    subcommands: [EventAddCommand.self, EventVoidCommand.self])
}
