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

  private struct Problem: Decodable {
    let severity: String
    let file: String
    let line: Int?
    let found: String
    let advice: String
  }

  @Test("a program reads what is wrong with the configuration as a line of JSON a problem, with the status as ever")
  func problemsForPrograms() async throws {
    let config = Built.root.appending(path: "config/dossierd.yaml").path
    let right = try await run(["check-config", "--json", "--config", config], [:])
    #expect(right.status == 0)
    let told = try right.output.split(separator: "\n").map {
      try JSONDecoder().decode(Problem.self, from: Data($0.utf8))
    }
    #expect(told.allSatisfy { $0.severity == "warning" && !$0.file.isEmpty && !$0.advice.isEmpty })

    let folder = FileManager.default.temporaryDirectory.appending(path: "config-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: Built.root.appending(path: "config"), to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "dossierd.yaml")
    let broken = try String(contentsOf: file, encoding: .utf8) + "nonsense: 1\n"
    try broken.write(to: file, atomically: true, encoding: .utf8)
    let wrong = try await run(["check-config", "--json", "--config", file.path], [:])
    #expect(wrong.status == 78 && wrong.errors.isEmpty)
    let problems = try wrong.output.split(separator: "\n").map {
      try JSONDecoder().decode(Problem.self, from: Data($0.utf8))
    }
    #expect(problems.contains { $0.severity == "error" && $0.file.hasSuffix("dossierd.yaml") && $0.line != nil })
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

  @Test("a broker without our exchanges is not listened to, and the log says what makes them")
  func noExchanges() async throws {
    let trial = try await DaemonTrial()
    let daemon = try RunningDaemon(environment: trial.environment, folder: trial.folder, declares: false)
    try await daemon.waitForLog("has not got the exchange")
    #expect(daemon.log.contains("dossierctl topology apply") && !daemon.log.contains("listening to the queue"))
    try await trial.control("topology", "apply")
    try await daemon.waitForLog("listening to the queue")
    #expect(try await daemon.stop().status == 0)
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
