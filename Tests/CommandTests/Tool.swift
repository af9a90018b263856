import Foundation
import TestSupport

/// The built `dossierctl`, run as an operator runs it, with the shipped configuration.
enum Tool {
  /// What the program wrote and how it ended.
  typealias Outcome = ProcessRunner.Outcome

  /// Runs it with these arguments.
  static func run(
    _ arguments: String..., input: String = "", environment: [String: String] = [:]
  ) async throws -> Outcome {
    try await run(arguments, input: input, environment: environment)
  }

  /// Runs it with these arguments.
  static func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:]
  ) async throws -> Outcome {
    try await ProcessRunner.run(
      program, arguments, environment: base.merging(environment) { $1 }, input: Data(input.utf8))
  }

  /// Runs a line of bash in the same environment.
  static func shell(_ line: String) async throws -> Outcome {
    try await ProcessRunner.run("bash", ["-c", line], environment: base)
  }

  private static let base = ["DOSSIERD_CONFIG": configuration, "PATH": "/usr/bin:/bin"]

  /// The program lies beside the tests that were built with it.
  static let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    .appendingPathComponent("dossierctl").path

  /// The project's folder.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static let configuration = root.appendingPathComponent("config/dossierd.yaml").path
}

extension ProcessRunner.Outcome {
  /// The lines of standard output.
  var lines: [String] { output.split(separator: "\n").map(String.init) }
  /// The lines of standard error.
  var complaints: [String] { errors.split(separator: "\n").map(String.init) }
}
