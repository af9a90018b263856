import ArgumentParser
import Daemon

/// `silence expire NUMBER`
struct SilenceExpireCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "expire", abstract: "Ends a silence now.")

  @OptionGroup var common: CommonOptions

  @Argument(help: "The number of the silence, as in the list.")
  var number: Int64

  func run() async throws { try await ControlAnswers.ask(.expireSilence(number), common) }
}
