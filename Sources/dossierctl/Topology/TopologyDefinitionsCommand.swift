import ArgumentParser
import Broker
import Daemon
import Dossiers
import Settings

/// `topology definitions`: the exchanges, queues and users, as the broker imports them.
struct TopologyDefinitionsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "definitions",
    abstract: "Prints the exchanges, queues and users for `rabbitmqctl import_definitions`; changes nothing.",
    discussion: """
      There is a user for the daemon, who may only take from its queues, and one for each post office and agency of the \
      registry, named by its code, who may only publish, and only by its own routing key. Without --passwords none of \
      them can log in by password: that is for certificates (EXTERNAL), and an import would take the passwords of users \
      that are there already. An import removes nobody: `rabbitmqctl delete_user` does.
      """)

  @OptionGroup var common: CommonOptions

  @Option(
    help: ArgumentHelp(
      "A CSV of user and password for you alone. Who is not in it yet is given a password and added.",
      valueName: "file"), completion: .file())
  var passwords: String?

  @Option(help: "The daemon's user.")
  var reader = "dossierd"

  func run() async throws {
    let settings = try common.settings()
    let registry = settings.rules.registry
    let senders =
      registry.offices.keys.map { RoutingKey.Owner.office($0) }.sorted { $0.code < $1.code }
      + registry.agencies.keys.map { .agency($0) }.sorted { $0.code < $1.code }
    let sheet = try passwords.map { path in
      try PasswordSheet(path, completedFor: [reader] + senders.map(\.code))
    }
    let definitions = try TopologyDefinitions(
      Topology(settings.broker),
      vhost: try BrokerOptions(settings.broker, connectionName: "dossierctl").address.vhost, reader: reader,
      senders: senders.map { .init(user: $0.code, routingKey: $0.routingKey) },
      passwordHash: { sheet?[$0].map(BrokerPassword.hash) ?? "" })
    var output = Output()
    try output.document(definitions)
    try output.flush()
  }
}
