import ArgumentParser
import Broker
import Dossiers
import Settings
import Simulation

/// `simulate`: a province's traffic, made up.
struct SimulateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate", abstract: "Makes up a province's traffic, in the order in which it would arrive.",
    discussion: """
      Writes one event a line, or publishes them with --publish. The same seed, days and registry give the same \
      events, byte for byte, with what goes wrong in life: duplicates, late and lost messages, voided scans.
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var options: PublishOptions

  @Option(help: ArgumentHelp("What chance starts from.", valueName: "n"))
  var seed: UInt64

  @Option(help: ArgumentHelp("How many days, working or not.", valueName: "n"))
  var days: Int

  @Option(
    help: ArgumentHelp("The first day (default: so many days before today).", valueName: "date"),
    transform: Reading.date)
  var start: LocalDate?

  @Option(help: ArgumentHelp("Shipments begun on a working day.", valueName: "n"))
  var dossiersPerDay = 280

  @Option(
    help: ArgumentHelp("The months whose rains may cut the roads in the mountains.", valueName: "from-to"),
    transform: Reading.months)
  var rains = 6...9

  @Flag(help: "Event ids without any order in time.")
  var randomIds = false

  @Flag(help: "Publish them, confirmed, in place of writing them.")
  var publish = false

  func validate() throws {
    guard (1...36_500).contains(days) else { throw ValidationError("Expected --days of 1 to 36500.") }
    guard (1...1_000_000).contains(dossiersPerDay) else {
      throw ValidationError("Expected --dossiers-per-day of 1 to 1000000.")
    }
  }

  func run() async throws {
    let settings = try common.settings()
    let plan = SimulationPlan(
      seed: seed, start: start ?? LocalDate(.current).adding(-days), days: days, dossiersPerDay: dossiersPerDay,
      rainyMonths: rains, randomIDs: randomIds)
    let simulation = try Simulation(
      plan: plan, registry: settings.rules.registry, calendar: WorkingCalendar(settings.rules.calendar))
    if publish { try await send(simulation, settings) } else { try write(simulation) }
  }

  private func write(_ simulation: Simulation) throws(CommandError) {
    var output = Output()
    let encoder = EventEncoder()
    for message in simulation { try output.line(encoder.encode(message.event)) }
    try output.flush()
  }

  private func send(_ simulation: Simulation, _ settings: Settings) async throws {
    try await EventPublisher.run(settings.broker, options, isJSON: common.json) { publisher in
      let encoder = EventEncoder()
      var batch: [OutgoingMessage] = []
      for message in simulation {
        batch.append(
          publisher.message(
            encoder.encode(message.event), id: message.event.identity.id, routingKey: message.routingKey))
        if batch.count == 10_000 {
          try await publisher.publish(batch)
          batch.removeAll(keepingCapacity: true)
        }
      }
      try await publisher.publish(batch)
    }
  }
}

extension SimulationError: CommandFailure {
  var lines: [String] { ["\(self)."] }
  var status: ExitStatus { .configuration }
}
