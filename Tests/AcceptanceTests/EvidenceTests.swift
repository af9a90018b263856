import Foundation
import TestSupport
import Testing

/// No cry before the evidence is in.
struct EvidenceTests {
  @Test("no breach is raised, and no mail leaves, before the backlog that clears it is read")
  func backlog() async throws {
    let trial = try await DaemonTrial(settings: ["DOSSIERD_BROKER_BATCH_SIZE": "16"])
    try await trial.control("topology", "apply")
    let posted = Scans.morning(daysAgo: 20)
    let done = Scans.morning(daysAgo: 20, minute: 50)
    let items = (0..<500).map { Items.number(10_000 + $0) }
    let codes = (0..<500).map { "H18.101-260302-\(10_000 + $0)" }
    let lines =
      zip(items, codes).map { Scans.accepted(id: "a\($0)", at: posted, item: $0, dossier: $1) }
      + items.map { Scans.delivered(id: "d\($0)", at: done, item: $0) }
    try await trial.control("publish", "-", input: lines.joined(separator: "\n"))

    let daemon = try await trial.start()
    try await waitUntil("all is read", within: .seconds(60)) {
      let report = try? await trial.control("dossier", codes[499], "--json")
      return report?.contains(#""state":"met""#) ?? false
    }
    // One more that is really late shows that the timekeeper has been round since.
    try await trial.publishByForeignClient(Scans.accepted(id: "z", at: posted), key: "postoffice.381100")
    let mail = try await trial.mail(holding: Scans.dossier)
    #expect(mail.text()?.contains(items[0]) == false)
    let collects = try await trial.control("alerts", "--all").split(separator: "\n").filter { $0.contains("collect") }
    #expect(collects.count == 1)
    _ = try await daemon.stop()
  }

  @Test("dead letters are no part of the backlog: nothing is raised when as many of them are read")
  func deadLetters() async throws {
    // So few at a time that both queues are read in turn, and half of the events are still to come when as many dead
    // letters and events together are read as there are events.
    let trial = try await DaemonTrial(
      settings: ["DOSSIERD_BROKER_BATCH_SIZE": "8", "DOSSIERD_BROKER_PREFETCH": "8"])
    try await trial.control("topology", "apply")
    let posted = Scans.morning(daysAgo: 20)
    let done = Scans.morning(daysAgo: 20, minute: 50)
    let items = (0..<1500).map { Items.number(30_000 + $0) }
    let lines =
      zip(items, 30_000...).map { Scans.accepted(id: "a\($0)", at: posted, item: $0, dossier: "H18.101-260302-\($1)") }
      + items.map { Scans.delivered(id: "d\($0)", at: done, item: $0) }
    try await trial.control("publish", "-", input: lines.joined(separator: "\n"))
    try await ProcessRunner.succeed(
      "amqp-publish", ["--url", trial.broker.uri, "-e", trial.deadExchange, "-r", "x", "-p", "-l"],
      input: Data((0..<4000).map { "given up \($0)\n" }.joined().utf8))

    let daemon = try await trial.start()
    try await waitUntil("all is read", within: .seconds(60)) {
      let report = try? await trial.control("dossier", "H18.101-260302-31499", "--json")
      return report?.contains(#""state":"met""#) ?? false
    }
    #expect(try await trial.control("parked", "list", "--json", "--limit", "1").contains("dead-letter"))
    let alerts = try await trial.control("alerts", "--all", "--limit", "100000").split(separator: "\n")
    #expect(!alerts.contains { $0.contains("collect") })
    _ = try await daemon.stop()
  }

  @Test("while nothing is heard for longer than the bound, one alert that we are deaf stands in for all")
  func deaf() async throws {
    let broker = try await PrivateBroker.start()
    let trial = try await DaemonTrial(broker: broker, settings: ["DOSSIERD_ALERTS_HOLD_SECONDS": "2"])
    let daemon = try await trial.start()
    try await daemon.waitForLog("listening to the queue")
    try await broker.stop()
    let mail = try await trial.mail(holding: "WE DO NOT HEAR THE QUEUE")
    #expect(mail.headers["Subject"]?.contains("Không nghe được hàng đợi") == true)
    try await broker.restart()
    _ = try await trial.mail(holding: "The queue is heard again")
    _ = try await daemon.stop()
  }
}
