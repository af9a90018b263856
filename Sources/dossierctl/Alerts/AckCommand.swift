import ArgumentParser
import Daemon

/// `ack NUMBER`
struct AckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ack",
    abstract: "Says that you have an alert in hand.",
    discussion: """
      It is not told again and climbs no further for a set time ('acknowledge' in routing.yaml), and is told again as a \
      reminder when that ends. Once a step; all holds together have a bound.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: "The number of the alert, as in dossierctl alerts.")
  var number: Int64

  func run() async throws { try await ControlAnswers.ask(.acknowledge(number), common) }
}
