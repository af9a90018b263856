import Dossiers
import Foundation
import TestSupport
import Testing

/// A daemon that is killed while a mail is on its way.
struct MailCrashTests {
  @Test("killed between the commit and the sending, the daemon sends the mail at its next start, and once")
  func beforeSending() async throws {
    let trial = try await AlertTrial(mail: ["--fail", "silence", "--times", "1"])
    let daemon = try await trial.trial.start()
    try await trial.accept(1...2)
    try await trial.trial.mailServer.hangs()
    try await daemon.kill9()
    let again = try await trial.trial.start()
    let mail = try #require(try await trial.wait(for: 1, to: AlertTrial.lead).first)
    #expect(mail.headers["Subject"]?.contains("2 quá hạn") == true)
    try await trial.waitForNotices(of: 2, saying: "accepted")
    _ = try await again.stop()
    #expect(try trial.mails(to: AlertTrial.lead).count == 1)
  }

  @Test("killed between the sending and its record, the daemon sends the mail once more under the same name")
  func beforeRecording() async throws {
    let trial = try await AlertTrial(mail: ["--fail", "silence-after-dot", "--times", "1"])
    let daemon = try await trial.trial.start()
    try await trial.accept(1...1)
    try await trial.trial.mailServer.hangs()
    #expect(try trial.mails(to: AlertTrial.lead).count == 1)
    try await daemon.kill9()
    let again = try await trial.trial.start()
    let mails = try await trial.wait(for: 2, to: AlertTrial.lead)
    #expect(mails[0].headers["Message-ID"] == mails[1].headers["Message-ID"])
    #expect(mails.allSatisfy { $0.text()?.contains("Told for the first time") == true })
    try await trial.waitForNotices(of: 1, saying: "accepted")
    try await again.kill9()
    let last = try await trial.trial.start()
    // Another mail shows that the time has come and gone.
    try await trial.accept(2...2)
    try await trial.wait(for: 3, to: AlertTrial.lead)
    _ = try await last.stop()
    #expect(try trial.mails(to: AlertTrial.lead).count == 3)
    #expect(try await trial.ledger(of: 1).count == 1)
  }
}
