import Dossiers
import Foundation
import TestSupport
import Testing

/// How a breach climbs, and what holds it back.
struct EscalationTests {
  private static let policy = """
    escalation:
      - { after: 4 seconds, to: head }
      - { after: 10 seconds, to: peoples-committee }
    """

  @Test("a breach that lasts climbs from the lead to the head and on, each told once, also over a kill")
  func climbs() async throws {
    let trial = try await AlertTrial(policy: EscalationTests.policy)
    let daemon = try await trial.trial.start()
    try await trial.accept(1...1)
    try await trial.wait(for: 1, to: AlertTrial.lead)
    #expect(try trial.mails(to: AlertTrial.head).isEmpty)
    try await trial.wait(for: 1, to: AlertTrial.head)
    #expect(try trial.mails(to: AlertTrial.committee).isEmpty)
    try await daemon.kill9()
    let again = try await trial.trial.start()
    try await trial.wait(for: 1, to: AlertTrial.committee)
    try await trial.deliver(1, age: .seconds(1))
    for address in [AlertTrial.lead, AlertTrial.head, AlertTrial.committee] {
      let mails = try await trial.wait(for: 2, to: address)
      #expect(mails[1].text()?.contains(AlertTrial.dossier(1)) == true)
    }
    let life = try await trial.trial.control("dossier", AlertTrial.dossier(1), "--notices")
    #expect(life.contains("escalated to head") && life.contains("escalated, step 2"))
    _ = try await again.stop()
    #expect(try trial.trial.mailServer.mails().count == 6)
  }

  @Test("who acknowledges an alert is not passed over while it is held; it is acknowledged once a step")
  func acknowledged() async throws {
    let trial = try await AlertTrial(policy: EscalationTests.policy)
    let daemon = try await trial.trial.start()
    try await trial.accept(1...1)
    try await trial.wait(for: 1, to: AlertTrial.lead)
    let line = try await trial.trial.control("alerts", "--json")
    let alert = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    let number = try #require(alert["id"] as? Int)
    #expect(try await trial.trial.control("ack", "\(number)").contains("is yours"))
    await #expect(throws: (any Error).self) { try await trial.trial.control("ack", "\(number)") }
    // Another dossier that nobody acknowledged shows that the time has passed.
    try await trial.accept(2...2)
    let mails = try await trial.wait(for: 1, to: AlertTrial.head)
    #expect(mails[0].text()?.contains(AlertTrial.dossier(2)) == true)
    #expect(mails[0].text()?.contains(AlertTrial.dossier(1)) == false)
    try await trial.waitForNotices(of: 1, saying: "acknowledged at step 0")
    _ = try await daemon.stop()
  }

  @Test("what is silenced is told to nobody until the silence is ended")
  func silenced() async throws {
    let trial = try await AlertTrial()
    let daemon = try await trial.trial.start()
    let until = ISO8601DateFormatter().string(from: Date().addingTimeInterval(3600))
    try await trial.trial.control(
      "silence", "add", "dossier=\(AlertTrial.dossier(1))", "--until", until, "--why", "a drill")
    try await trial.accept(1...2)
    let mail = try #require(try await trial.wait(for: 1, to: AlertTrial.lead).first)
    #expect(mail.text()?.contains(AlertTrial.dossier(2)) == true)
    #expect(mail.text()?.contains(AlertTrial.dossier(1)) == false)
    #expect(try await trial.trial.control("silence", "list").contains("a drill"))
    try await trial.trial.control("silence", "expire", "1")
    let mails = try await trial.wait(for: 2, to: AlertTrial.lead)
    #expect(mails[1].text()?.contains(AlertTrial.dossier(1)) == true)
    _ = try await daemon.stop()
  }
}
