import ArgumentParser
import Dossiers
import Store

/// `parked show NUMBER`
struct ParkedShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows one parked message whole, with its reason.")

  @OptionGroup var common: CommonOptions

  @Argument(help: "Its number in the list.")
  var number: Int64

  func run() async throws {
    let (_, store) = try common.storeForReading()
    guard let parked = try await store.parked(.one(number)).first else {
      throw CommandError.unknown("There is no parked message \(number); see dossierctl parked list")
    }
    var output = Output()
    let answer = ParkedAnswer(parked)
    if common.json {
      try output.json(answer)
    } else {
      try output.sentence("\(answer.reason): \(answer.detail)")
      try output.sentence("parked \(answer.recorded), from \(answer.queue) \(answer.routingKey)")
      if let retry = answer.retry { try output.sentence("tried again by itself at \(retry)") }
      try output.sentence(answer.body ?? answer.bodyHex ?? "")
    }
    try output.flush()
  }
}
