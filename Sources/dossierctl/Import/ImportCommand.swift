import ArgumentParser

/// `import`: figures that others keep.
struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Takes in figures that others keep.", subcommands: [ImportTotalsCommand.self])
}
