import ArgumentParser
import Dossiers
import Store

/// `closure list`
struct ClosureListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "Lists the closures that stand.")

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let (_, store) = try common.storeForReading()
    let closures = try await store.closures()
    var output = Output()
    if common.json {
      for line in closures { try output.json(Line(line)) }
    } else {
      var table = Table("from", "until", "places", "reason", "source", "id")
      for line in closures {
        table.add(
          line.closure.from.rfc3339, line.closure.until?.rfc3339 ?? "",
          line.closure.places.map(ClosurePlace.text).joined(separator: " "), line.closure.reason,
          line.identity.source.text, line.identity.id)
      }
      try output.table(table)
    }
    try output.flush()
  }

  private struct Line: Encodable {
    let source: String
    let id: String
    let from: String
    let until: String?
    let places: [String]
    let reason: String

    init(_ line: StandingClosure) {
      source = line.identity.source.text
      id = line.identity.id
      from = line.closure.from.rfc3339
      until = line.closure.until?.rfc3339
      places = line.closure.places.map(ClosurePlace.text)
      reason = line.closure.reason
    }
  }
}
