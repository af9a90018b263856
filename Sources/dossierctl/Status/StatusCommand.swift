import ArgumentParser
import Daemon
import Dossiers
import Settings

/// `status`: the one screen to look at first.
struct StatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Shows on one screen how the daemon and its work are: look here first.",
    discussion: """
      Asks the running daemon, and reads its database beside it; where none runs it says so and shows what the database \
      tells. It changes nothing. A line that begins with ! needs somebody's hands, one that begins with ? is worth a look.

      Exit status: 0 nothing needs hands, 69 something does.
      """)

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let settings = try common.settings()
    let facts = await StatusFacts.gather(settings, at: .current)
    let lines = facts.lines
    let wanting = lines.filter { $0.mark == .hands }.map(\.name)
    var output = Output()
    if common.json {
      try output.json(
        Answer(facts: facts, needsHands: wanting, worthALook: lines.filter { $0.mark == .look }.map(\.name)))
    } else {
      for line in lines { try output.sentence(line.text, in: line.mark.paint) }
    }
    try output.flush()
    if !wanting.isEmpty { throw CommandError.reported(.unavailable) }
  }

  /// The facts as a program reads them, and what they come to.
  private struct Answer: Encodable {
    let facts: StatusFacts
    let needsHands: [String]
    let worthALook: [String]

    private enum CodingKeys: String, CodingKey {
      case needsHands = "needs_hands"
      case worthALook = "worth_a_look"
    }

    func encode(to encoder: any Encoder) throws {
      try facts.encode(to: encoder)
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(needsHands, forKey: .needsHands)
      try container.encode(worthALook, forKey: .worthALook)
    }
  }
}
