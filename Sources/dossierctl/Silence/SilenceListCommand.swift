import ArgumentParser
import Dossiers
import Store

/// `silence list`
struct SilenceListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the silences that hold or are to come.")

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let (_, store) = try common.storeForReading()
    let silences = try await store.silences(at: .current)
    var output = Output()
    if common.json {
      for silence in silences { try output.json(Line(silence)) }
    } else {
      var table = Table("number", "from", "until", "conditions", "author", "reason")
      for silence in silences.map(Line.init) {
        table.add(
          "\(silence.id)", silence.from, silence.until, silence.conditions.joined(separator: " "), silence.author,
          silence.reason)
      }
      try output.table(table)
    }
    try output.flush()
  }

  private struct Line: Encodable {
    let id: Int64
    let from: String
    let until: String
    let conditions: [String]
    let author: String
    let reason: String

    init(_ silence: Silence) {
      id = silence.id
      from = silence.begins.rfc3339
      until = silence.ends.rfc3339
      conditions = silence.matchers.map(\.description)
      author = silence.author
      reason = silence.reason
    }
  }
}
