import ArgumentParser
import Daemon
import Dossiers

/// `closure end SOURCE ID`
struct ClosureEndCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "end", abstract: "Lets a closure end, now or at an instant before or after.")

  @OptionGroup var common: CommonOptions

  @Option(
    help: ArgumentHelp("Until when it lasted (default: now).", valueName: "instant"), transform: Reading.moment)
  var until: Instant?

  @Option(help: "Why; it is kept in the log.", transform: Reading.words)
  var why: String

  @Argument(help: "The source of the closure, as in the list.")
  var source: String

  @Argument(help: "Its id.")
  var id: String

  func run() async throws {
    try await ControlAnswers.ask(.endClosure(source: source, id: id, until: until ?? .current, why: why), common)
  }
}
