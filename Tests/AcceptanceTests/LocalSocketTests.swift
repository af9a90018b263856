import Foundation
import TestSupport
import Testing

/// Who may ask the running daemon.
struct LocalSocketTests {
  private func mode(_ path: String) throws -> Int {
    try #require(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
  }

  @Test("the local socket beside the database is for its owner alone")
  func alone() async throws {
    let trial = try await DaemonTrial()
    let daemon = try await trial.start()
    #expect(try mode(trial.database + ".sock") == 0o600)
    _ = try await daemon.stop()
  }

  @Test("a local socket at a place of its own is for the daemon's group as well, and answers there")
  func shared() async throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "asked-\(UUID().uuidString.prefix(8))").path
    let trial = try await DaemonTrial(settings: ["DOSSIERD_STORE_SOCKET": path])
    let daemon = try await trial.start()
    #expect(try mode(path) == 0o660)
    #expect(!FileManager.default.fileExists(atPath: trial.database + ".sock"))
    let asked = try await ProcessRunner.run(
      Built.program("dossierctl"), ["status", "--json"], environment: trial.environment)
    #expect(asked.output.contains("\"linked\""))
    _ = try await daemon.stop()
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}
