import Foundation
import TestSupport
import Testing

/// A start that cannot succeed ends in words and with the status that sysexits has for it.
struct StartTests {
  private func run(_ arguments: [String], _ environment: [String: String]) async throws -> ProcessRunner.Outcome {
    try await ProcessRunner.run(
      Built.program("dossierd"), arguments, environment: ["PATH": "/usr/bin:/bin"].merging(environment) { $1 })
  }

  @Test("the shipped configuration is right")
  func shippedConfiguration() async throws {
    let config = Built.root.appending(path: "config/dossierd.yaml").path
    let outcome = try await run(["check-config", "--config", config], [:])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains(": ok, with"))
  }

  @Test("a configuration that is not there is named, with status 78")
  func noConfiguration() async throws {
    let outcome = try await run(["run", "--config", "/nowhere/dossierd.yaml"], [:])
    #expect(outcome.status == 78 && outcome.errors.contains("/nowhere/dossierd.yaml"))
  }

  @Test("a second daemon on one database is refused, with status 74")
  func secondDaemon() async throws {
    let trial = try await DaemonTrial()
    let daemon = try await trial.start()
    let outcome = try await run(["run"], trial.environment)
    #expect(outcome.status == 74 && outcome.errors.contains("held by another dossierd"))
    #expect(daemon.isRunning)
    _ = try await daemon.stop()
  }

  @Test("a file that is no database is refused and left as it is")
  func foreignFile() async throws {
    let trial = try await DaemonTrial()
    let content = Data("no database".utf8) + Data(repeating: 7, count: 4096)
    try content.write(to: URL(fileURLWithPath: trial.database))
    let outcome = try await run(["run"], trial.environment)
    #expect(outcome.status == 74 && outcome.errors.contains(trial.database))
    #expect(try Data(contentsOf: URL(fileURLWithPath: trial.database)) == content)
  }
}
