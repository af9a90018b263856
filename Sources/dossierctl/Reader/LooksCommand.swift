import ArgumentParser
import Dossiers
import Store

/// `looks`: who looked at a dossier.
struct LooksCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "looks", abstract: "Lists who looked at a dossier on the pages, the newest look first.")

  @OptionGroup var common: CommonOptions

  @Option(help: "The dossier's code, such as X99.101-260302-0001.", transform: Reading.code)
  var dossier: DossierCode

  @Option(help: "At most so many.")
  var limit = 1000

  func run() async throws {
    let (_, store) = try common.storeForReading()
    let looks = try await store.looks(at: dossier, limit: max(limit, 1))
    var output = Output()
    if common.json {
      for look in looks { try output.json(LookAnswer(look)) }
    } else {
      var table = Table("at", "who", "role", "from", "page")
      for look in looks {
        table.add(look.at.rfc3339, look.viewer, look.role.rawValue, look.address, look.path)
      }
      try output.table(table)
    }
    try output.flush()
  }
}

/// A look as a program reads it.
private struct LookAnswer: Encodable {
  let at: String
  let dossier: DossierCode
  let viewer: String
  let role: Viewer.Role
  let address: String
  let path: String

  init(_ look: Look) {
    at = look.at.rfc3339
    dossier = look.dossier
    viewer = look.viewer
    role = look.role
    address = look.address
    path = look.path
  }
}
