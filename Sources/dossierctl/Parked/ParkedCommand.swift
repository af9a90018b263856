import ArgumentParser

/// `parked`: the messages that could not be taken.
struct ParkedCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parked", abstract: "Looks after the messages that could not be taken and are kept whole.",
    subcommands: [
      ParkedListCommand.self, ParkedShowCommand.self, ParkedReplayCommand.self, ParkedDiscardCommand.self,
    ])
}
