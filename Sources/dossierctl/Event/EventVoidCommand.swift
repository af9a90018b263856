import ArgumentParser
import Daemon

/// `event void SOURCE ID`
struct EventVoidCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "void", abstract: "Takes an event back: all is then as if it had never been told.",
    discussion: "Neither is it forgotten: event and voiding stay in the log, with who voided it, when and why.")

  @OptionGroup var common: CommonOptions

  @Option(
    help: ArgumentHelp("did-not-occur or incorrect-data.", valueName: "reason"),
    completion: .list(["did-not-occur", "incorrect-data"]))
  var reason = "did-not-occur"

  @Option(help: "Why, in your own words; it is kept in the log.", transform: Reading.words)
  var why: String

  @Argument(help: "The source of the event, such as /postoffices/991100/scanners/s2.")
  var source: String

  @Argument(help: "Its id.")
  var id: String

  func run() async throws {
    try await ControlAnswers.ask(.void(source: source, id: id, reason: reason, why: why), common)
  }
}
