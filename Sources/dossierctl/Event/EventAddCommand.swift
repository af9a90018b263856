import ArgumentParser
import Daemon

/// `event add FILE`
struct EventAddCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Takes the events of a file into the log, in your own name.",
    discussion: """
      Reads JSON lines or CSV as "publish" does. Type, time and data stand as they are written; source and id are set \
      anew: the source is /operators/ with your login, as the kernel knows it.
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: "Why; it is kept in the log with the event.", transform: Reading.words)
  var why: String

  @Argument(help: "JSON lines or CSV; - for standard input.", completion: .file())
  var file: String

  func run() async throws {
    let client = ControlClient(try common.settings())
    var lines = try EventLines(file)
    var answers = ControlAnswers(isJSON: common.json)
    while let entries = try lines.next() {
      for entry in entries {
        switch entry.body {
        case .success(let body):
          try answers.add(try await client.ask(.tell(body: body, why: why)), about: "\(file):\(entry.number)")
        case .failure(let refusal):
          try answers.add(ControlReply(isDone: false, message: "\(refusal)"), about: "\(file):\(entry.number)")
        }
      }
    }
    try answers.finish()
  }
}
