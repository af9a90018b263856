import Dossiers
import Foundation
import TestSupport
import Testing

/// Whatever the mail server does: nothing is lost, nothing is recorded twice, and a mail keeps its name.
struct MailServerTests {
  @Test("a mail server that is down when mails are due gets each once when it is back, under the name of all its tries")
  func down() async throws {
    let trial = try await AlertTrial(settings: ["DOSSIERD_MAIL_RETRY_MAX_SECONDS": "1"])
    let server = trial.trial.mailServer
    server.stop()
    let daemon = try await trial.trial.start()
    try await trial.accept(1...1)
    try await trial.accept(2...2, agency: "H18.102")
    try await waitUntil("both are tried three times", within: .seconds(30)) {
      let tries = daemon.triedMessageIDs
      return tries.count >= 6 && Set(tries).count == 2
    }
    let back = try await SMTPSink.start(port: server.port, maildir: server.maildir)
    try await trial.wait(for: 1, to: AlertTrial.lead)
    try await trial.wait(for: 1, to: "mot-cua.h18.102@dienbien.example.org")
    try await trial.waitForNotices(of: 1, saying: "accepted")
    _ = try await daemon.stop()
    let mails = try back.mails()
    #expect(mails.count == 2)
    #expect(Set(mails.compactMap { $0.headers["Message-ID"] }) == Set(daemon.triedMessageIDs))
  }

  @Test("a server that puts a mail off for a while gets it again under the same name, and once")
  func greylisting() async throws {
    let trial = try await AlertTrial(
      mail: ["--fail", "refuse-4xx", "--times", "3"], settings: ["DOSSIERD_MAIL_RETRY_MAX_SECONDS": "1"])
    let daemon = try await trial.trial.start()
    try await trial.accept(1...1)
    let mail = try #require(try await trial.wait(for: 1, to: AlertTrial.lead).first)
    try await trial.waitForNotices(of: 1, saying: "accepted")
    _ = try await daemon.stop()
    #expect(daemon.triedMessageIDs == Array(repeating: mail.headers["Message-ID"] ?? "", count: 3))
    #expect(mail.text()?.contains("Told for the first time") == true)
    #expect(try trial.mails(to: AlertTrial.lead).count == 1)
    #expect(try await trial.ledger(of: 1).map(\.outcome) == ["accepted"])
  }

  @Test("what was put off is not sent any more once its reason has gone")
  func goneWhilePutOff() async throws {
    let trial = try await AlertTrial(mail: ["--fail", "refuse-4xx", "--times", "1"])
    let daemon = try await trial.trial.start()
    let accepted = try await trial.accept(1...1)
    try await daemon.waitForLog("it is tried again")
    try await trial.deliver(1, at: accepted.advanced(by: .seconds(1)))
    try await trial.accept(2...2)
    let mail = try #require(try await trial.wait(for: 1, to: AlertTrial.lead).first)
    _ = try await daemon.stop()
    #expect(mail.text()?.contains(AlertTrial.dossier(2)) == true)
    #expect(try trial.mails(to: AlertTrial.lead).allSatisfy { $0.text()?.contains(AlertTrial.dossier(1)) == false })
  }

  @Test("a server that hangs in the midst of a mail holds up no intake, and gets the mail again under the same name")
  func hangs() async throws {
    let trial = try await AlertTrial(
      mail: ["--fail", "hang-in-data", "--times", "1"], settings: ["DOSSIERD_MAIL_TIMEOUT_SECONDS": "3"])
    let daemon = try await trial.trial.start()
    try await trial.accept(1...1)
    try await trial.trial.mailServer.hangs()
    try await trial.accept(2...2, age: .seconds(0), agency: "H18.102")
    try await waitUntil("the intake goes on") {
      (try? await trial.trial.control("dossier", AlertTrial.dossier(2)))?.contains("collecting") == true
    }
    let mail = try #require(try await trial.wait(for: 1, to: AlertTrial.lead).first)
    #expect(daemon.triedMessageIDs == [mail.headers["Message-ID"] ?? ""])
    #expect(mail.text()?.contains(AlertTrial.dossier(1)) == true)
    _ = try await daemon.stop()
  }

  @Test("a server that closes after the final dot without an answer gets the same mail again, and the ledger holds one")
  func cutAfterDot() async throws {
    let trial = try await AlertTrial(mail: ["--fail", "cut-after-dot", "--times", "1"])
    let daemon = try await trial.trial.start()
    try await trial.accept(1...1)
    let mails = try await trial.wait(for: 2, to: AlertTrial.lead)
    try await trial.waitForNotices(of: 1, saying: "accepted")
    _ = try await daemon.stop()
    #expect(mails[0].headers["Message-ID"] == mails[1].headers["Message-ID"])
    #expect(mails.allSatisfy { $0.text()?.contains("Told for the first time") == true })
    #expect(try trial.mails(to: AlertTrial.lead).count == 2)
    let ledger = try await trial.ledger(of: 1)
    #expect(ledger.map { "<\($0.messageID)>" } == [mails[0].headers["Message-ID"]])
  }

  @Test("what a server may have taken before its answer was lost is taken back once it is no longer so")
  func goneWhileUnknown() async throws {
    let trial = try await AlertTrial(mail: ["--fail", "cut-after-dot", "--times", "1"])
    let daemon = try await trial.trial.start()
    let accepted = try await trial.accept(1...1)
    try await daemon.waitForLog("it is tried again")
    try await trial.deliver(1, at: accepted.advanced(by: .seconds(1)))
    let mails = try await trial.wait(for: 2, to: AlertTrial.lead)
    try await trial.waitForNotices(of: 1, saying: "accepted")
    _ = try await daemon.stop()
    #expect(mails[0].text()?.contains("Told for the first time") == true)
    #expect(mails[0].headers["Message-ID"] != mails[1].headers["Message-ID"])
    let ledger = try await trial.ledger(of: 1)
    #expect(ledger.map { "\($0.what) \($0.outcome)" } == ["breach unknown", "retracted accepted"])
    #expect(try trial.mails(to: AlertTrial.lead).count == 2)
  }

  @Test(
    "a server whose certificate is not trusted gets nothing, which shows, and all of it once the certificate is right",
    arguments: ["starttls", "tls"])
  func certificate(security: String) async throws {
    let (trusted, other) = (try SMTPSinkAuthority(), try SMTPSinkAuthority())
    let web = try await WebhookSink.start()
    web.stop()
    let trial = try await AlertTrial(
      mail: ["--\(security)"] + other.pair,
      settings: [
        "DOSSIERD_MAIL_SECURITY": security, "DOSSIERD_MAIL_CA_FILE": trusted.caFile,
        "DOSSIERD_MAIL_RETRY_MAX_SECONDS": "1", "DOSSIERD_WEB_LISTEN": "127.0.0.1:\(web.port)",
      ])
    let server = trial.trial.mailServer
    let daemon = try await trial.trial.start()
    try await trial.accept(1...1)
    try await daemon.waitForLog("no trusted TLS connection")
    #expect(try await readiness(web.port).contains("no trusted TLS connection"))
    #expect(try server.mails().isEmpty)
    server.stop()
    let right = try await SMTPSink.start(["--\(security)"] + trusted.pair, port: server.port, maildir: server.maildir)
    let mail = try #require(try await trial.wait(for: 1, to: AlertTrial.lead).first)
    #expect(mail.text()?.contains(AlertTrial.dossier(1)) == true)
    try await waitUntil("it is ready again") { try await readiness(web.port).hasPrefix("ok") }
    _ = try await daemon.stop()
    #expect(try right.mails().count == 1)
  }

  /// What `/readyz` answers.
  private func readiness(_ port: UInt16) async throws -> String {
    let ask = """
      import sys, urllib.error, urllib.request
      try: print(urllib.request.urlopen(sys.argv[1]).read().decode())
      except urllib.error.HTTPError as refusal: print(refusal.read().decode())
      """
    return try await ProcessRunner.succeed("python3", ["-c", ask, "http://127.0.0.1:\(port)/readyz"])
  }
}

extension RunningDaemon {
  /// The names under which mails were tried in vain, one for each try.
  var triedMessageIDs: [String] {
    log.split(separator: "\n").filter { $0.contains("it is tried again") }.compactMap { line in
      line.firstMatch(of: /mail_id: (<[^ >]+>)/).map { String($0.1) }
    }
  }
}
