import Foundation
import TestSupport
import Testing

/// `dossierctl status`, the screen to look at first.
struct StatusTests {
  private func status(_ trial: DaemonTrial, _ arguments: String...) async throws -> ProcessRunner.Outcome {
    try await ProcessRunner.run(
      Built.program("dossierctl"), ["status"] + arguments, environment: trial.environment)
  }

  private func answer(_ trial: DaemonTrial) async throws -> [String: Any] {
    let outcome = try await status(trial, "--json")
    return try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  @Test("a daemon at work says how it is; once it is gone, that is said, with what the database tells")
  func runs() async throws {
    let trial = try await DaemonTrial()
    let before = try await status(trial)
    #expect(before.status == 69)
    #expect(before.output.contains("! daemon    none runs") && before.output.contains("! store     "))

    let daemon = try await trial.start()
    try await trial.publishByForeignClient(
      Scans.accepted(id: "a", at: Scans.morning(daysAgo: 1)), key: "postoffice.381100")
    try await trial.publishByForeignClient("{", key: "postoffice.381100")
    try await waitUntil("both are taken") {
      let store = try await answer(trial)["store"] as? [String: Any]
      return store?["events"] as? Int == 1 && store?["parked"] as? Int == 1
    }
    let facts = try await answer(trial)
    let running = try #require(facts["daemon"] as? [String: Any])
    #expect(running["linked"] as? Bool == true && running["queue"] as? Int != nil)
    #expect((running["lag"] as? [String: Any])?["slowest"] as? String == "381100")
    #expect(facts["needs_hands"] as? [String] == [] && facts["worth_a_look"] as? [String] == ["parked", "backup"])
    let shown = try await status(trial)
    #expect(shown.status == 0, "\(shown.output)")
    #expect(shown.output.contains("  daemon ") && shown.output.contains("? parked    1 messages"))
    #expect(shown.output.contains("? backup    none was ever made"))

    _ = try await daemon.stop()
    let after = try await status(trial)
    #expect(after.status == 69)
    #expect(after.output.contains("! daemon    none runs") && after.output.contains(", 1 events, "))
  }

  @Test("a daemon without its broker is said to need hands, with what to do")
  func withoutBroker() async throws {
    let trial = try await DaemonTrial(settings: ["DOSSIERD_BROKER_URI": "amqp://localhost:1"])
    let daemon = try RunningDaemon(environment: trial.environment, folder: trial.folder, declares: false)
    try await daemon.waitForLog("the link to the broker is down")
    let shown = try await status(trial)
    #expect(shown.status == 69)
    #expect(shown.output.contains("! broker    no link since ") && shown.output.contains("topology check"))
    _ = try await daemon.stop()
  }
}
