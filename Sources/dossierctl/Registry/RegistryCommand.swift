import ArgumentParser

/// `registry`: offices, places, agencies and procedures.
struct RegistryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "registry", abstract: "Looks after the tables of offices, places, agencies and procedures.",
    subcommands: [RegistryImportCommand.self])
}
