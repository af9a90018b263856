import ArgumentParser
import Dossiers
import Store

/// `closure behind SOURCE ID`
struct ClosureBehindCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "behind", abstract: "Lists the running deadlines that a closure keeps from falling due.")

  @OptionGroup var common: CommonOptions

  @Argument(help: "The source of the closure, as in the list.")
  var source: String

  @Argument(help: "Its id.")
  var id: String

  @Option(help: "The most that are listed.")
  var limit = 1000

  func run() async throws {
    let (_, store) = try common.storeForReading()
    guard
      let standing = try await store.closures().first(where: {
        $0.identity.source.text == source && $0.identity.id == id
      })
    else {
      throw CommandError.unlisted(
        "No closure '\(id)' of '\(source)' stands; 'dossierctl closure list' shows those that do.")
    }
    let behind = try await store.deadlines(behind: standing.closure, limit: max(limit, 0))
    var output = Output()
    if common.json {
      for subject in behind { try output.json(Line(subject)) }
    } else {
      var table = Table("clock", "item", "dossiers", "due")
      for line in behind.map(Line.init) {
        table.add(line.clock ?? "", line.item ?? "", line.dossiers.joined(separator: " "), line.due ?? "")
      }
      try output.table(table)
    }
    try output.flush()
  }

  private struct Line: Encodable {
    let clock: String?
    let item: String?
    let dossiers: [String]
    let due: String?

    init(_ subject: NoticeSubject) {
      clock = subject.clock?.rawValue
      item = subject.item?.text
      dossiers = subject.dossiers.map(\.text)
      due = subject.deadline?.dueDate.due?.rfc3339
    }
  }
}
