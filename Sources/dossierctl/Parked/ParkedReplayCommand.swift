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
    try await ControlAnswer.print(ControlRequest(.replayParked, number), common)
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
    try await ControlAnswer.print(ControlRequest(.discardParked, number), common)
  }
}

/// What came of asking the daemon.
enum ControlAnswer {
  static func print(_ request: ControlRequest, _ common: CommonOptions) async throws {
    let reply = try await ControlClient(common.settings()).ask(request)
    var output = Output()
    if common.json {
      try output.json(["done": reply.isDone])
    } else {
      try output.sentence(reply.message)
    }
    try output.flush()
    if !reply.isDone {
      if common.json { Diagnostics.say("dossierctl: \(reply.message)") }
      throw CommandError.reported(.data)
    }
  }
}
