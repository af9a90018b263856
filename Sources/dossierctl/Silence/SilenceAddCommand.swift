import ArgumentParser
import Daemon
import Dossiers

/// `silence add CONDITION…`
struct SilenceAddCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "add", abstract: "Orders a silence.")

  @OptionGroup var common: CommonOptions

  @Argument(
    help: ArgumentHelp(
      """
      What an alert must meet, all of it: agency=X99.101, kind=warning,breach, dossier!=X99.101-260302-0001; a * at the \
      end stands for any rest.
      """, valueName: "condition"), transform: SilenceAddCommand.matcher)
  var conditions: [Matcher]

  @Option(
    help: ArgumentHelp("From when (default: now): \(Reading.instant).", valueName: "instant"), transform: Reading.moment
  )
  var from: Instant?

  @Option(help: ArgumentHelp("Until when: \(Reading.instant).", valueName: "instant"), transform: Reading.moment)
  var until: Instant

  @Option(help: "Why; it is kept.", transform: Reading.words)
  var why: String

  func run() async throws {
    try await ControlAnswers.ask(
      .silence(conditions, reason: why, from: from ?? .current, until: until), common)
  }

  private static func matcher(_ text: String) throws -> Matcher {
    let isNegated = text.contains("!=")
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.first.map { isNegated ? String($0.dropLast()) : String($0) } ?? ""
    let names = AlertLabels.Name.allCases.map(\.rawValue).joined(separator: ", ")
    guard parts.count == 2, let label = AlertLabels.Name(rawValue: name) else {
      throw ValidationError("Expected LABEL=VALUE or LABEL!=VALUE with a label of \(names); found '\(text)'.")
    }
    let values = parts[1].split(separator: ",").map(String.init)
    guard !values.isEmpty else { throw ValidationError("Expected a value behind '\(text)'.") }
    return Matcher(label, values, isNegated: isNegated)
  }
}
