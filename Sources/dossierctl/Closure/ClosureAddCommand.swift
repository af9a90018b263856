import ArgumentParser
import Daemon
import Dossiers

/// `closure add`
struct ClosureAddCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "add", abstract: "Declares a closure.")

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("Since when: \(Reading.instant).", valueName: "instant"), transform: Reading.moment)
  var from: Instant

  @Option(
    help: ArgumentHelp("Until when; left out while nobody knows.", valueName: "instant"), transform: Reading.moment)
  var until: Instant?

  @Option(
    name: .customLong("place"),
    help: ArgumentHelp("What is closed: \(ClosurePlace.expectation).", valueName: "place"),
    transform: ClosurePlace.read)
  var places: [Closure.Place] = []

  @Option(help: "What happened, such as \"Sạt lở quốc lộ 12\"; people read it.", transform: Reading.words)
  var reason: String

  @Option(help: "Why you declare it, such as a decision's number; it is kept in the log.", transform: Reading.words)
  var why: String

  func validate() throws {
    guard !places.isEmpty else { throw ValidationError("Expected at least one --place.") }
    if let until, until <= from { throw ValidationError("Expected --until after --from.") }
  }

  func run() async throws {
    let closure = Closure(from: from, until: until, places: places, reason: reason)
    guard let source = EventSource("/operators/self") else { return }
    let event = Event(
      identity: EventIdentity(source: source, id: "new"), time: .current, fact: .closed(closure))
    try await ControlAnswers.ask(.tell(body: EventEncoder().encode(event), why: why), common)
  }
}
