import Foundation
import TestSupport
import Testing

/// What cannot be taken is kept whole, and never blocks the queue.
struct ParkedTests {
  private struct Parked: Decodable {
    let id: Int64
    let reason: String
    let body: String?
  }

  private func parked(_ trial: DaemonTrial) async throws -> [Parked] {
    try await trial.control("parked", "list", "--json").split(separator: "\n").map {
      try JSONDecoder().decode(Parked.self, from: Data($0.utf8))
    }
  }

  @Test("every kind of message that cannot be taken is parked whole, with its reason, and the next one is taken")
  func reasons() async throws {
    let trial = try await DaemonTrial()
    let daemon = try await trial.start()
    let soon = Scans.morning(daysAgo: -2)
    let old = Scans.morning(daysAgo: 90)
    let key = "postoffice.381100"
    try await trial.publishByForeignClient("no JSON at all", key: key)
    try await trial.publishByForeignClient("{}", key: key)
    try await trial.publishByForeignClient(Scans.accepted(id: "x", at: old), key: key)
    try await trial.publishByForeignClient(Scans.accepted(id: "y", at: soon), key: key)
    try await trial.publishByForeignClient(
      Scans.accepted(id: "z", at: Scans.morning(daysAgo: 1), agency: "H99.1"), key: key)
    try await trial.publishByForeignClient("plain", key: key, contentType: "text/plain")
    try await trial.publishByForeignClient(Scans.accepted(id: "a", at: Scans.morning(daysAgo: 1)), key: key)

    try await waitUntil("all are parked or taken") { try await parked(trial).count == 6 }
    let reasons = Set(try await parked(trial).map(\.reason))
    #expect(reasons == ["unreadable", "contract", "stale", "early", "unknown-agency", "content-type"])
    #expect(try await parked(trial).contains { $0.body == "no JSON at all" })
    #expect(try await trial.control("dossier", Scans.dossier).contains("collecting"))
    _ = try await daemon.stop()
  }

  @Test("a content type is read as a media type, not by how it begins")
  func contentTypes() async throws {
    let trial = try await DaemonTrial()
    let daemon = try await trial.start()
    let key = "postoffice.381100"
    let event = Scans.accepted(id: "a", at: Scans.morning(daysAgo: 1))
    try await trial.publishByForeignClient(event, key: key, contentType: "application/cloudevents+jsonx")
    try await waitUntil("it is parked") { try await parked(trial).map(\.reason) == ["content-type"] }
    try await trial.publishByForeignClient(event, key: key, contentType: "Application/CloudEvents+JSON; charset=utf-8")
    try await waitUntil("it is taken") { (try? await trial.control("dossier", Scans.dossier)) != nil }
    #expect(try await parked(trial).count == 1)
    _ = try await daemon.stop()
  }

  @Test("what a stranger wrote moves no cursor in the log")
  func log() async throws {
    let trial = try await DaemonTrial()
    let daemon = try await trial.start()
    try await trial.publishByForeignClient("{", key: "postoffice.\u{1B}[2J\u{202E}381100")
    try await daemon.waitForLog("parked (")
    #expect(daemon.log.contains("\\u{1B}[2J\\u{202E}381100"))
    #expect(!daemon.log.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    _ = try await daemon.stop()
  }

  @Test("the broker's dead letters are drained into the table of parked")
  func deadLetters() async throws {
    let trial = try await DaemonTrial()
    let daemon = try await trial.start()
    try await ProcessRunner.succeed(
      "amqp-publish", ["--url", trial.broker.uri, "-e", trial.deadExchange, "-r", "x", "-p", "-b", "given up"])
    try await waitUntil("the dead letter is parked") {
      try await parked(trial).map(\.reason) == ["dead-letter"]
    }
    _ = try await daemon.stop()
  }

  @Test("an operator throws one away and replays another, through the running daemon or without it")
  func operators() async throws {
    let trial = try await DaemonTrial()
    let daemon = try await trial.start()
    try await trial.publishByForeignClient("one", key: "postoffice.381100")
    try await trial.publishByForeignClient("two", key: "postoffice.381100")
    try await waitUntil("both are parked") { try await parked(trial).count == 2 }
    let ids = try await parked(trial).map(\.id)
    #expect(try await trial.control("parked", "discard", "\(ids[0])").contains("thrown away"))
    let replay = try await ProcessRunner.run(
      Built.program("dossierctl"), ["parked", "replay", "\(ids[1])"], environment: trial.environment)
    #expect(replay.status == 65 && replay.errors.contains("still cannot be taken"))
    _ = try await daemon.stop()
    #expect(try await trial.control("parked", "discard", "\(ids[1])").contains("thrown away"))
    #expect(try await parked(trial).isEmpty)
  }

  @Test("a reload that brings an unknown agency takes what was parked for it")
  func reload() async throws {
    let files = FileManager.default.temporaryDirectory.appending(path: "config-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: Built.root.appending(path: "config"), to: files)
    defer { try? FileManager.default.removeItem(at: files) }
    let trial = try await DaemonTrial(settings: ["DOSSIERD_CONFIG": files.appending(path: "dossierd.yaml").path])
    let daemon = try await trial.start()
    try await trial.publishByForeignClient(
      Scans.accepted(id: "a", at: Scans.morning(daysAgo: 1), agency: "H18.999"), key: "postoffice.381100")
    try await waitUntil("it is parked") { try await parked(trial).map(\.reason) == ["unknown-agency"] }

    let table = files.appending(path: "registry/agencies.csv")
    let text = try String(contentsOf: table, encoding: .utf8)
    let columns = try #require(text.split(separator: "\n").first { $0.hasPrefix("code,") }).split(separator: ",")
    let known = ["code": "H18.999", "level": "commune", "name": "UBND Xã Thử Nghiệm"]
    let row = columns.map { known[String($0)] ?? "" }
    try (text + row.joined(separator: ",") + "\n").write(to: table, atomically: true, encoding: .utf8)
    daemon.signal(SIGHUP)
    try await daemon.waitForLog("configuration reloaded")
    try await waitUntil("it is taken") { try await parked(trial).isEmpty }
    #expect(try await trial.control("dossier", Scans.dossier).contains("H18.999"))
    _ = try await daemon.stop()
  }
}
