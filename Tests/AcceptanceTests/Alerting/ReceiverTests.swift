import Foundation
import TestSupport
import Testing

/// Who is told, and what becomes of those who cannot be.
struct ReceiverTests {
  @Test("an address that the mail server refuses is told to the operator, once, and keeps nobody else waiting")
  func refused() async throws {
    let trial = try await AlertTrial(
      routing: "route: { to: [lead, head], hours: any }\n", mail: ["--fail", "5xx-for=\(AlertTrial.lead)"])
    let daemon = try await trial.trial.start()
    try await trial.accept(1...1)
    try await trial.wait(for: 1, to: AlertTrial.head)
    let mails = try await trial.wait(for: 1, to: AlertTrial.operator)
    #expect(mails[0].text()?.contains(AlertTrial.lead) == true)
    #expect(try await trial.trial.control("alerts").contains("mail-refused"))
    _ = try await daemon.stop()
    #expect(try trial.mails(to: AlertTrial.operator).count == 1)
  }

  @Test("of three agencies' leads the server refuses one for good: two are told, and of the third the operator")
  func oneOfThree() async throws {
    let leads = (1...3).map { "mot-cua.h18.10\($0)@dienbien.example.org" }
    let trial = try await AlertTrial(mail: ["--fail", "5xx-for=\(leads[1])"])
    let daemon = try await trial.trial.start()
    for number in 1...3 { try await trial.accept(number...number, agency: "H18.10\(number)") }
    for number in [1, 3] {
      let mail = try #require(try await trial.wait(for: 1, to: leads[number - 1]).first)
      #expect(mail.text()?.contains(AlertTrial.dossier(number)) == true)
    }
    let mail = try #require(try await trial.wait(for: 1, to: AlertTrial.operator).first)
    #expect(mail.text()?.contains(leads[1]) == true)
    try await trial.waitForNotices(of: 2, saying: "refused")
    _ = try await daemon.stop()
    #expect(try trial.trial.mailServer.mails().count == 3)
  }

  @Test("the operator is told once, over restarts, that the decreed days off will soon be over")
  func calendarEnds() async throws {
    let trial = try await AlertTrial(settings: ["DOSSIERD_ALERTS_CALENDAR_HORIZON_DAYS": "3650"])
    let first = try await trial.trial.start()
    let mail = try #require(try await trial.wait(for: 1, to: AlertTrial.operator).first)
    #expect(mail.text()?.contains("dossierd check-config") == true)
    _ = try await first.stop()
    let second = try await trial.trial.start()
    try await trial.accept(1...1)
    try await trial.wait(for: 1, to: AlertTrial.lead)
    _ = try await second.stop()
    #expect(try trial.mails(to: AlertTrial.operator).count == 1)
  }

  @Test("a receiver with a webhook is told by it, signed and once, though it fails at first")
  func webhook() async throws {
    let sink = try await WebhookSink.start(["--fail", "status=500", "--times", "1"])
    let secret = "whsec_" + Data((0..<32).map { UInt8($0) }).base64EncodedString()
    let trial = try await AlertTrial(
      routing: """
        route: { to: [lead, gateway], hours: any }
        receivers:
          gateway: { webhook: { url: "http://127.0.0.1:\(sink.port)/dossierd", secret-file: hook-secret } }
        """, files: ["hook-secret": secret])
    let daemon = try await trial.trial.start()
    try await trial.accept(1...1)
    try await trial.wait(for: 1, to: AlertTrial.lead)
    try await waitUntil("the webhook is told", within: .seconds(30)) {
      try sink.requests().contains { $0.answer == 200 }
    }
    let requests = try sink.requests()
    #expect(requests.count == 2 && Set(requests.compactMap(\.id)).count == 1)
    #expect(requests[1].body.contains(AlertTrial.dossier(1)))
    #expect(requests[1].headers["webhook-signature"]?.hasPrefix("v1,") == true)
    try await trial.waitForNotices(of: 1, saying: "gateway")
    _ = try await daemon.stop()
  }

  @Test("a deputy is written to in the days of an absence")
  func deputy() async throws {
    let absences = """
      for,role,from,until,name,mail
      H18.101,lead,2020-01-01,2099-12-31,Phó phòng,pho@dienbien.example.org
      """
    let trial = try await AlertTrial(files: ["registry/absences.csv": absences])
    let daemon = try await trial.trial.start()
    try await trial.accept(1...1)
    let mail = try #require(try await trial.wait(for: 1, to: "pho@dienbien.example.org").first)
    #expect(mail.toName.contains("Phó phòng"))
    _ = try await daemon.stop()
    #expect(try trial.mails(to: AlertTrial.lead).isEmpty)
  }
}
