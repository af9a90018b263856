import Dossiers
import Foundation
import TestSupport
import Testing

/// What becomes of a mail that was wrong, or would be.
struct CorrectionTests {
  @Test("proof that comes late retracts a breach with all who were told of it, in the thread of the first mail")
  func retracted() async throws {
    let trial = try await AlertTrial(routing: "route: { to: [lead, head], hours: any }\n")
    let daemon = try await trial.trial.start()
    let accepted = try await trial.accept(1...1)
    try await trial.wait(for: 1, to: AlertTrial.lead)
    try await trial.wait(for: 1, to: AlertTrial.head)
    for address in [AlertTrial.lead, AlertTrial.head] {
      try await waitUntil("\(address) is recorded as told") {
        try await trial.ledger(of: 1).contains { $0.address == address }
      }
    }
    try await trial.deliver(1, at: accepted.advanced(by: .seconds(1)))
    for address in [AlertTrial.lead, AlertTrial.head] {
      let mails = try await trial.wait(for: 2, to: address)
      #expect(mails[1].text()?.contains("RETRACTED") == true)
      #expect(mails[1].headers["References"] == mails[0].headers["References"])
      #expect(mails[1].headers["References"]?.isEmpty == false)
      #expect(mails[1].headers["Message-ID"] != mails[0].headers["Message-ID"])
    }
    _ = try await daemon.stop()
    #expect(try trial.trial.mailServer.mails().count == 4)
  }

  @Test(
    "what still waits is never sent once its reason has gone, be it a breach or a warning",
    arguments: ["term: 2 seconds", "warning: { before: 1 hour }"])
  func goneWhileWaiting(rule: String) async throws {
    let isWarning = rule.hasPrefix("warning")
    let trial = try await AlertTrial(
      term: isWarning ? "1 hour" : "2 seconds", policy: isWarning ? rule : "", groupWait: 3)
    let daemon = try await trial.trial.start()
    let accepted = try await trial.accept(1...2)
    try await trial.waitForNotices(of: 1, saying: "waits")
    try await trial.deliver(1, at: accepted.advanced(by: .seconds(1)))
    let mail = try #require(try await trial.wait(for: 1, to: AlertTrial.lead).first)
    #expect(mail.headers["Subject"]?.contains(isWarning ? "1 sắp quá hạn" : "1 quá hạn") == true)
    #expect(mail.text()?.contains(AlertTrial.dossier(2)) == true)
    #expect(mail.text()?.contains(AlertTrial.dossier(1)) == false)
    // Neither is what closed it.
    try await trial.accept(3...3)
    let next = try await trial.wait(for: 2, to: AlertTrial.lead)[1]
    #expect(next.text()?.contains(AlertTrial.dossier(1)) == false)
    _ = try await daemon.stop()
    #expect(try trial.mails(to: AlertTrial.lead).count == 2)
  }

  @Test("evidence that comes, is voided and comes again within minutes is one mail in each interval of the group")
  func flapping() async throws {
    let trial = try await AlertTrial(groupInterval: 6)
    let daemon = try await trial.trial.start()
    let accepted = try await trial.accept(1...1)
    try await trial.wait(for: 1, to: AlertTrial.lead)
    try await trial.waitForNotices(of: 1, saying: "accepted")
    for turn in 1...3 {
      try await trial.deliver(1, at: accepted.advanced(by: .seconds(1)), id: "d\(turn)")
      try await waitForAlerts(trial, 0)
      guard turn < 3 else { break }
      try await trial.publish([Scans.voided(id: "v\(turn)", at: AlertTrial.ago(.seconds(0)), voided: "d\(turn)")])
      try await waitForAlerts(trial, 1)
    }
    let mails = try await trial.wait(for: 2, to: AlertTrial.lead)
    #expect(mails[1].text()?.contains("RETRACTED") == true)
    let (first, second) = (try #require(mails[0].date), try #require(mails[1].date))
    #expect(second.since(first) >= .seconds(5))
    _ = try await daemon.stop()
    #expect(try trial.mails(to: AlertTrial.lead).count == 2)
    #expect(try await trial.ledger(of: 1).map(\.what) == ["breach", "retracted"])
  }

  private func waitForAlerts(_ trial: AlertTrial, _ count: Int) async throws {
    try await waitUntil("\(count) collections are late") {
      try await trial.trial.control("alerts", "--json").split(separator: "\n").filter { $0.contains("\"collect\"") }
        .count == count
    }
  }
}
