import ArgumentParser

/// `silence`: alerts that nobody is told of for a while.
struct SilenceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "silence", abstract: "Has nobody told of some alerts for a while, never for ever.",
    discussion: "The alerts stand all the same. Those that still do when the silence ends are told then.",
    subcommands: [SilenceAddCommand.self, SilenceListCommand.self, SilenceExpireCommand.self])
}
