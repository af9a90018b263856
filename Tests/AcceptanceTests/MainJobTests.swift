import Foundation
import TestSupport
import Testing

/// From a scan to a mail.
struct MainJobTests {
  @Test("a foreign client's scan becomes a dossier, a missed deadline, and one mail to the agency's lead")
  func scanToMail() async throws {
    let trial = try await DaemonTrial()
    let daemon = try await trial.start()
    let event = Scans.accepted(id: "a", at: Scans.morning(daysAgo: 20))
    try await trial.publishByForeignClient(event, key: "postoffice.381100")
    try await trial.publishByForeignClient(event, key: "postoffice.381100")

    let mail = try await trial.mail(holding: Scans.dossier)
    #expect(mail.headers["Subject"]?.contains("UBND Phường Điện Biên Phủ: 1 quá hạn") == true)
    #expect(mail.headers["X-Envelope-To"] == "mot-cua.h18.101@dienbien.example.org")
    #expect(mail.headers["Auto-Submitted"] == "auto-generated")
    #expect(mail.defects.isEmpty)
    #expect(mail.text()?.contains("day of receipt, not counted (Civil Code 2015 art. 147)") == true)
    let report = try await trial.control("dossier", Scans.dossier, "--json")
    #expect(report.contains(#""state":"breached""#) && report.contains(#""stage":"collecting""#))
    #expect(try await daemon.stop().status == 0)
    #expect(try trial.mailServer.mails().count == 1)
  }

  @Test("proof that comes late retracts the alert and tells whoever was told")
  func lateProof() async throws {
    let trial = try await DaemonTrial()
    let daemon = try await trial.start()
    try await trial.publishByForeignClient(
      Scans.accepted(id: "a", at: Scans.morning(daysAgo: 20)), key: "postoffice.381100")
    _ = try await trial.mail(holding: "OVERDUE")
    try await trial.publishByForeignClient(
      Scans.delivered(id: "b", at: Scans.morning(daysAgo: 20, minute: 45)), key: "postoffice.381100")
    let mail = try await trial.mail(holding: "RETRACTED")
    #expect(mail.text()?.contains(Scans.dossier) == true)
    try await waitUntil("no alert of the collection stands") {
      try await !trial.control("alerts").contains("collect")
    }
    _ = try await daemon.stop()
  }

  @Test("a mail server that is away for a while delays the mail and nothing else")
  func mailServerAway() async throws {
    let trial = try await DaemonTrial(mail: ["--fail", "refuse-4xx", "--times", "2"])
    let daemon = try await trial.start()
    try await trial.publishByForeignClient(
      Scans.accepted(id: "a", at: Scans.morning(daysAgo: 20)), key: "postoffice.381100")
    _ = try await trial.mail(holding: Scans.dossier)
    #expect(daemon.log.contains("it is tried again"))
    _ = try await daemon.stop()
    #expect(try trial.mailServer.mails().count == 1)
  }
}
