import ArgumentParser
import Daemon
import Foundation
import Settings

/// `dossierd check-config`
struct CheckConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-config",
    abstract: "Reads the configuration and all files that it names, and says what is wrong with them.",
    discussion: """
      Exit status: 0 where the daemon can start with it, 78 where it cannot. With --json each problem is a line with \
      severity, file, line, column, expected, found and advice; no line means that there is none.
      """)

  @OptionGroup var config: ConfigOption

  @Flag(help: "Write a line of JSON for each problem, for programs.")
  var json = false

  func run() throws {
    do {
      let settings = try config.load()
      do { try Daemon.check(settings) } catch { throw StartFailure(error) }
      if json { return try show(settings.warnings) }
      for warning in settings.warnings { print("\(warning)".escapingControls) }
      print("\(config.path): ok, with \(settings.warnings.count) warnings")
    } catch let error as SettingsError {
      let failure = StartFailure(error)
      guard json, case .problems(let problems) = error else { throw failure }
      try show(problems)
      throw ExitCode(failure.status)
    }
  }

  private func show(_ problems: [SettingsProblem]) throws {
    for problem in problems { print(String(decoding: try ProblemLine(problem).json, as: UTF8.self)) }
  }
}

/// A problem of the configuration as a program reads it.
private struct ProblemLine: Encodable {
  let severity: String
  let file: String
  let line: Int?
  let column: Int?
  let expected: String?
  let found: String
  let advice: String

  init(_ problem: SettingsProblem) {
    severity = problem.severity.rawValue
    file = problem.file
    line = problem.line
    column = problem.column
    expected = problem.expected
    found = problem.found
    advice = problem.advice
  }

  var json: Data {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return try encoder.encode(self)
    }
  }
}
