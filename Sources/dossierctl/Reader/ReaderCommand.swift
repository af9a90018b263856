import ArgumentParser

/// `reader`: those who may look at the pages.
struct ReaderCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reader", abstract: "Helps to write readers.yaml.", subcommands: [ReaderPasswordCommand.self])
}
