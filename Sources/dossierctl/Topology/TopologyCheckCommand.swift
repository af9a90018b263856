import ArgumentParser
import Broker
import Daemon
import Settings

/// `topology check`: looks whether all is there, changing nothing.
struct TopologyCheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Looks whether the exchanges and queues are there, and changes nothing.",
    discussion: """
      Bindings and arguments can't be asked for; "topology apply" settles those. Exit status: 0 all is there, 69 the \
      broker does not answer, 78 something is missing or may not be seen.
      """)

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let settings = try common.settings().broker
    let topology = Topology(settings)
    let missing = try await topology.missing(try BrokerOptions(settings, connectionName: "dossierctl"))
    try TopologyReport(topology, missing: missing).show(isJSON: common.json)
    guard missing.isEmpty else {
      for thing in missing {
        Diagnostics.say("dossierctl: the broker has not got \(thing). `dossierctl topology apply` makes it.")
      }
      throw CommandError.reported(.configuration)
    }
  }
}
