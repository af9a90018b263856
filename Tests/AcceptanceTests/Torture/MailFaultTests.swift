import Foundation
import TestSupport
import Testing

extension Torture {
  /// The mail server fails; `Tests/smtp-sink --help` tells of its modes.
  struct MailFaultTests {
    private static let again = "it is tried again"
    private static let refused = "mail refused for good"

    @Test(
      "whatever the mail server does, intake is unharmed, and each mail comes once or again under its own name",
      arguments: [
        "refuse-4xx", "5xx-for=mot-cua.h18.101@dienbien.example.org", "silence", "tarpit", "hang-in-data",
        "cut-in-data",
        "silence-after-dot", "cut-after-dot",
      ])
    func fails(_ mode: String) async throws {
      let ordeal = try await Ordeal(
        "mail server: \(mode.prefix { $0 != "=" })", mail: ["--fail", mode, "--times", "0"],
        settings: ["DOSSIERD_MAIL_TIMEOUT_SECONDS": "3"])
      let sign = mode.hasPrefix("5xx") ? Self.refused : Self.again
      try await ordeal.undergo(Times(1, 5), within: .seconds(2)) { ordeal in
        let before = ordeal.daemon.lines(with: sign)
        let publishing = try ordeal.telling(100)
        ordeal.trial.mailServer.failOnceMore()
        // Whoever waits behind the one that fails is told all the same.
        try await ordeal.tellLate(at: ["H18.101", "H18.102", "H18.103"])
        try await ordeal.daemon.waitForMoreLines(than: before, with: sign)
        try ordeal.isMended()
        try await publishing.value
      }
      try await ordeal.judge()
    }

    @Test("a mail that is put off for an hour is tried all that time, and comes once")
    func putOffForAnHour() async throws {
      let folder = FileManager.default.temporaryDirectory.appending(path: "orders-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let orders = try FaultOrders(in: folder)
      let ordeal = try await Ordeal(
        "mail server: 4xx for an hour", mail: ["--fail", "refuse-4xx", "--times", "0"],
        settings: try await FaultPoints.environment([
          "FAULT_ORDERS": orders.path, "DOSSIERD_MAIL_RETRY_MAX_SECONDS": "300",
        ]))
      try await ordeal.undergo(Times(1, 5), within: .seconds(5)) { ordeal in
        for minute in stride(from: 0, to: 60, by: 5) {
          let before = ordeal.daemon.lines(with: Self.again)
          ordeal.trial.mailServer.failOnceMore()
          if minute == 0 {
            try await ordeal.tellLate()
          } else {
            // No pause between two tries is longer.
            ordeal.clockOffset += 300
            try orders.stepClock(ordeal.clockOffset)
          }
          try await ordeal.tell(5)
          try await ordeal.daemon.waitForMoreLines(than: before, with: Self.again)
        }
        ordeal.clockOffset += 300
        try orders.stepClock(ordeal.clockOffset)
        try ordeal.isMended()
      }
      try await ordeal.judge()
    }

    @Test("a mail server that is not there is tried until it is")
    func down() async throws {
      try await replaced("mail server: refused", by: nil, sign: Self.again)
    }

    @Test("to a mail server whose certificate is another's nothing is sent, and all of it once it has its own again")
    func badCertificate() async throws {
      let (own, foreign) = (try SMTPSinkAuthority(), try SMTPSinkAuthority())
      defer { for authority in [own, foreign] { try? FileManager.default.removeItem(at: authority.folder) } }
      try await replaced(
        "mail server: bad certificate", usual: ["--tls"] + own.pair, by: ["--tls"] + foreign.pair,
        settings: ["DOSSIERD_MAIL_SECURITY": "tls", "DOSSIERD_MAIL_CA_FILE": own.caFile], sign: "no trusted TLS")
    }

    @Test("a mail that is larger than its server allows is given up in words, and no other is held up")
    func tooLarge() async throws {
      try await replaced("mail server: size limit", by: ["--size-limit", "1000"], sign: Self.refused)
    }

    /// Puts another server, or none, in the place of the usual one until the log bears its sign.
    private func replaced(
      _ name: String, usual: [String] = [], by other: [String]?, settings: [String: String] = [:], sign: String
    ) async throws {
      let ordeal = try await Ordeal(name, mail: usual, settings: settings)
      var server = ordeal.trial.mailServer
      let (port, maildir) = (server.port, server.maildir)
      try await ordeal.undergo(Times(1, 5), within: .seconds(2)) { ordeal in
        server.stop()
        if let other { server = try await SMTPSink.start(other, port: port, maildir: maildir) }
        let before = ordeal.daemon.lines(with: sign)
        let publishing = try ordeal.telling(100)
        try await ordeal.tellLate()
        try await ordeal.daemon.waitForMoreLines(than: before, with: sign)
        server.stop()
        server = try await SMTPSink.start(usual, port: port, maildir: maildir)
        try ordeal.isMended()
        try await publishing.value
      }
      try await ordeal.judge()
    }
  }
}
