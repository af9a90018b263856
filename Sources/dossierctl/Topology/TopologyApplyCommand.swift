import ArgumentParser
import Broker
import Daemon
import Settings

/// `topology apply`: makes what is missing at the broker.
struct TopologyApplyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply", abstract: "Makes the exchanges, queues and bindings; what is there already stays as it is.")

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let settings = try common.settings().broker
    let topology = Topology(settings)
    try await topology.apply(try BrokerOptions(settings, connectionName: "dossierctl"))
    try TopologyReport(topology, missing: []).show(isJSON: common.json)
  }
}
