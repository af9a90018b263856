import Dossiers
import Foundation
import Store
import TestSupport
import Testing

/// What an operator tells is told in his own name, and kept with his reason.
struct OperatorTests {
  private let source = "/postoffices/381100/scanners/s2"

  private func stage(_ trial: DaemonTrial) async throws -> String? {
    let found = try await ProcessRunner.run(
      Built.program("dossierctl"), ["dossier", Scans.dossier, "--json"], environment: trial.environment)
    let report = try? JSONSerialization.jsonObject(with: Data(found.output.utf8)) as? [String: Any]
    return report?["stage"] as? String
  }

  private func bodies(_ trial: DaemonTrial, of prefix: String) throws -> [String] {
    try LoggedBodies.read(trial.database).filter { $0.contains("\"source\":\"\(prefix)") }
  }

  @Test("a wrong scan is voided and a forgotten one added, while the daemon runs and while it rests")
  func voidAndAdd() async throws {
    let trial = try await DaemonTrial()
    let daemon = try await trial.start()
    let key = "postoffice.381100"
    try await trial.publishByForeignClient(Scans.accepted(id: "a", at: Scans.morning(daysAgo: 3)), key: key)
    try await trial.publishByForeignClient(Scans.delivered(id: "b", at: Scans.morning(daysAgo: 2)), key: key)
    try await waitUntil("both are taken") { try await stage(trial) == "processing" }

    #expect(
      try await trial.control("event", "void", source, "b", "--why", "wrong bag", "--reason", "did-not-occur")
        .contains("told as /operators/"))
    #expect(try await stage(trial) == "collecting")
    let forgotten = Scans.delivered(id: "c", at: Scans.morning(daysAgo: 1))
    _ = try await daemon.stop()
    #expect(
      try await trial.control("event", "add", "-", "--why", "the scanner was broken", input: forgotten)
        .contains("told as /operators/"))
    #expect(try await stage(trial) == "processing")

    let told = try bodies(trial, of: "/operators/")
    #expect(told.count == 2)
    #expect(told.contains { $0.contains("\"why\":\"wrong bag\"") })
    #expect(told.contains { $0.contains("\"why\":\"the scanner was broken\"") })
  }

  @Test("an event that came long after its time is marked in the dossier's history, for people and for programs")
  func recordedLate() async throws {
    let trial = try await DaemonTrial(settings: ["DOSSIERD_ALERTS_RECORDED_LATE_HOURS": "36"])
    let daemon = try await trial.start()
    let key = "postoffice.381100"
    try await trial.publishByForeignClient(Scans.accepted(id: "a", at: Scans.morning(daysAgo: 3)), key: key)
    let recently = Instant(seconds: Int64(Date().timeIntervalSince1970) - 30 * 3600)
    try await trial.publishByForeignClient(Scans.delivered(id: "b", at: recently), key: key)
    try await waitUntil("both are taken") { try await stage(trial) == "processing" }

    let lines = try await trial.control("dossier", Scans.dossier).split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("accepted ") && $0.contains("recorded-late") })
    #expect(lines.contains { $0.hasPrefix("delivered ") && !$0.contains("recorded-late") })
    let json = Data(try await trial.control("dossier", Scans.dossier, "--json").utf8)
    let answer = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
    let events = try #require(answer["events"] as? [[String: Any]])
    #expect(events.map { $0["event"] as? String } == ["accepted", "delivered"])
    #expect(events.map { $0["mark"] as? String } == ["recorded-late", nil])
    #expect(answer["origin"] as? String == "H18.101" && answer["deadlines"] != nil)
    _ = try await daemon.stop()
  }

  @Test("what cannot be voided or added is refused in words, with status 65, and nothing is kept of it")
  func refused() async throws {
    let trial = try await DaemonTrial()
    let daemon = try await trial.start()
    for (arguments, input, words) in [
      (["event", "void", source, "never", "--why", "x"], "", "was ever heard"),
      (["event", "void", source, "never", "--why", "x", "--reason", "because"], "", "did-not-occur"),
      (["event", "add", "-", "--why", "x"], "{}", "specversion"),
      (["closure", "end", "/operators/nobody", "never", "--why", "x"], "", "closure list"),
      (["closure", "behind", "/operators/nobody", "never"], "", "closure list"),
    ] {
      let said = try await ProcessRunner.run(
        Built.program("dossierctl"), arguments, environment: trial.environment, input: Data(input.utf8))
      #expect(said.status == 65, "\(arguments)")
      #expect(said.errors.contains(words), "\(said.errors)")
    }
    _ = try await daemon.stop()
    #expect(try bodies(trial, of: "/operators/").isEmpty)
  }

  @Test("a closure excuses what it covers, is listed, and ends when an operator says so")
  func closure() async throws {
    let trial = try await DaemonTrial()
    let daemon = try await trial.start()
    let accepted = Scans.morning(daysAgo: 20)
    try await trial.publishByForeignClient(Scans.accepted(id: "a", at: accepted), key: "postoffice.381100")
    try await trial.waitForAlerts(2)
    let from = LocalDate(accepted).description
    try await trial.control(
      "closure", "add", "--from", from, "--place", "office:380000", "--reason", "Sạt lở quốc lộ 12", "--why", "QĐ 12")
    #expect(try await trial.control("alerts", "--json").isEmpty)
    let listed = try await trial.control("closure", "list", "--json")
    let line = try #require(
      try JSONSerialization.jsonObject(with: Data(listed.utf8)) as? [String: Any])
    #expect(line["reason"] as? String == "Sạt lở quốc lộ 12")
    #expect(line["places"] as? [String] == ["office:380000"])
    let (by, id) = (try #require(line["source"] as? String), try #require(line["id"] as? String))
    let behind = try await trial.control("closure", "behind", by, id, "--json").split(separator: "\n")
    #expect(behind.contains { $0.contains(#""clock":"collect""#) && $0.contains(Scans.item) }, "\(behind)")

    try await trial.control(
      "closure", "end", by, id, "--until", LocalDate(accepted).adding(1).description, "--why", "the road is open")
    try await trial.waitForAlerts(2)
    // The end is told by a closure of its own, in place of the endless one.
    await #expect(throws: (any Error).self) { try await trial.control("closure", "behind", by, id) }
    #expect(try await trial.control("closure", "list", "--json").contains("\"until\":"))
    _ = try await daemon.stop()
  }
}
