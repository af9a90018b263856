import ArgumentParser
import Daemon

/// `parked replay NUMBER`
struct ParkedReplayCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Tries to take a parked message again, as after a correction of the registry.")

  @OptionGroup var common: CommonOptions

  @Argument(help: "Its number in the list.")
  var number: Int64

  func run() async throws {
    try await ControlAnswers.ask(.replayParked(number), common)
  }
}

/// `parked discard NUMBER`
struct ParkedDiscardCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "discard", abstract: "Throws a parked message away for good.")

  @OptionGroup var common: CommonOptions

  @Argument(help: "Its number in the list.")
  var number: Int64

  func run() async throws {
    try await ControlAnswers.ask(.discardParked(number), common)
  }
}
