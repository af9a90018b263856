import Foundation
import TestSupport
import Testing

extension Torture {
  /// The mail server fails; `Tests/smtp-sink --help` tells of its modes.
  struct MailFaultTests {
    @Test(
      "whatever the mail server does, intake is unharmed, and each mail comes once or again under its own name",
      arguments: [
        "refuse-4xx", "5xx-for=mot-cua.h18.101@dienbien.example.org", "silence", "hang-in-data", "cut-in-data",
        "silence-after-dot", "cut-after-dot",
      ])
    func fails(_ mode: String) async throws {
      let times = Times(1, 5)
      let ordeal = try await Ordeal(
        "mail server: \(mode.prefix { $0 != "=" })", mail: ["--fail", mode, "--times", "\(times.here)"],
        settings: ["DOSSIERD_MAIL_TIMEOUT_SECONDS": "3"])
      let sign = mode.hasPrefix("5xx") ? "mail refused for good" : "it is tried again"
      try await ordeal.undergo(times, within: .seconds(2)) { ordeal in
        let before = ordeal.daemon.lines(with: sign)
        let publishing = try ordeal.telling(100)
        try await ordeal.tellLate()
        try await ordeal.daemon.waitForMoreLines(than: before, with: sign)
        try ordeal.isMended()
        try await publishing.value
      }
      try await ordeal.judge()
    }

    @Test("a mail server that is not there is tried until it is")
    func down() async throws {
      let ordeal = try await Ordeal("mail server: refused")
      var server = ordeal.trial.mailServer
      let (port, maildir) = (server.port, server.maildir)
      try await ordeal.undergo(Times(1, 5), within: .seconds(2)) { ordeal in
        server.stop()
        let before = ordeal.daemon.lines(with: "it is tried again")
        let publishing = try ordeal.telling(100)
        try await ordeal.tellLate()
        try await ordeal.daemon.waitForMoreLines(than: before, with: "it is tried again")
        server = try await SMTPSink.start(port: port, maildir: maildir)
        try ordeal.isMended()
        try await publishing.value
      }
      try await ordeal.judge()
    }
  }
}
