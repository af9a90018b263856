import ArgumentParser

/// The noun `topology`.
struct TopologyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "topology", abstract: "Makes or checks the exchanges, queues and users at the broker.",
    subcommands: [TopologyApplyCommand.self, TopologyCheckCommand.self, TopologyDefinitionsCommand.self])
}
