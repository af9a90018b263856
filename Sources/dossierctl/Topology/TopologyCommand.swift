import ArgumentParser

/// The noun `topology`.
struct TopologyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "topology", abstract: "Makes or checks the exchanges and queues at the broker.",
    subcommands: [TopologyApplyCommand.self, TopologyCheckCommand.self])
}
