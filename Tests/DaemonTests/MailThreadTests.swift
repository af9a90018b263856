import Dossiers
import Foundation
import Mail
import Store
import TestSupport
import Testing

@testable import Daemon

/// What servers and mail programs go by.
struct MailThreadTests {
  private static let now = "2026-03-12 08:00"

  @Test("a mail says that it is automatic, of which list it is, and nothing answers it by itself")
  func headers() throws {
    let mail = try Desk().read(Desk().pending([Desk.notice(1, .breach)]), at: MailThreadTests.now)
    #expect(mail.defects.isEmpty)
    #expect(mail.headers["Auto-Submitted"] == "auto-generated")
    #expect(mail.headers["List-Id"] == "dossierd <alerts.example.org>")
    #expect(mail.headers["Precedence"] == "bulk" && mail.headers["X-Auto-Response-Suppress"] == "All")
    #expect(mail.headers["Subject"] == "[Hồ sơ bưu chính] UBND Phường Điện Biên Phủ: 1 quá hạn (nặng nhất 2 ngày)")
    #expect(mail.toName == "Bộ phận Một cửa")
  }

  @Test("all mails about one dossier are one thread, all others of a group to a receiver another")
  func threads() throws {
    let desk = try Desk()
    func thread(_ pending: PendingMail) throws -> String {
      let mail = try desk.read(pending, at: MailThreadTests.now)
      let references = try #require(mail.headers["References"])
      #expect(mail.headers["In-Reply-To"] == references && mail.headers["Message-ID"] != references)
      return references
    }
    let warning = try thread(desk.pending([Desk.notice(1, .warning, lastDay: "2026-03-16")]))
    let breach = try thread(
      desk.pending([Desk.notice(1, .breach), Desk.notice(1, .breach, clock: .promise)], to: Desk.head))
    let other = try thread(desk.pending([Desk.notice(2, .breach)]))
    let many = try thread(desk.pending([Desk.notice(1, .breach), Desk.notice(2, .breach)]))
    let later = try thread(desk.pending([Desk.notice(3, .breach), Desk.notice(4, .breach)]))
    let elsewhere = try thread(desk.pending([Desk.notice(3, .breach), Desk.notice(4, .breach)], group: "offices"))
    #expect(warning == breach && many == later)
    #expect(Set([warning, other, many, elsewhere]).count == 4)
  }

  @Test("a mail keeps its Message-ID however often it is tried, and another has another")
  func messageID() throws {
    let desk = try Desk()
    let pending = desk.pending([Desk.notice(1, .breach)])
    let first = try desk.composer.compose(pending, at: instant("2026-03-12 08:00")).id
    #expect(try desk.composer.compose(pending, at: instant("2026-03-12 09:00")).id == first)
    #expect(
      try desk.composer.compose(desk.pending([Desk.notice(2, .breach)]), at: instant("2026-03-12 08:00")).id != first)
  }

  @Test("files stand beside the two texts, each as what it is")
  func parts() throws {
    let mail = try Desk().read(Desk().pending((1...12).map { Desk.notice($0, .breach) }), at: MailThreadTests.now)
    #expect(mail.type == "multipart/mixed" && mail.defects.isEmpty)
    #expect(
      mail.parts.map(\.type) == ["text/plain", "text/html", "text/csv"] + Array(repeating: "text/html", count: 10))
    #expect(
      mail.parts[2].name == "ho-so-H18.101-2026-03-12.csv" && mail.parts[2].bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(mail.parts[3].name == "phieu-xin-loi-H18.101-260302-0001.html")
    #expect(mail.parts[3].text.contains("PHIẾU XIN LỖI"))
  }

  @Test("a public URL makes a link of each dossier; without one there is none, nor with one that is no web page")
  func links() throws {
    let notices = [Desk.notice(1, .breach)]
    for url in ["https://hoso.example.org", "https://hoso.example.org/"] {
      let mail = try Desk(publicURL: url).draft(of: notices, at: MailThreadTests.now).rendered
      #expect(mail.html.contains("href=\"https://hoso.example.org/dossiers/H18.101-260302-0001\""))
      #expect(mail.text.contains("\n  https://hoso.example.org/dossiers/H18.101-260302-0001\n"))
    }
    for url in [nil, "javascript:alert(1)", "hoso.example.org"] as [String?] {
      let mail = try Desk(publicURL: url).draft(of: notices, at: MailThreadTests.now).rendered
      #expect(!mail.html.contains("href") && mail.text.contains("dossierctl dossier H18.101-260302-0001 --explain"))
    }
  }

  @Test("what can be acknowledged has the command, and its link where there is one; a follow-up has neither")
  func acknowledging() throws {
    var desk = try Desk()
    desk.composer.acknowledging = { notice, receiver, _ in
      "https://hoso.example.org/acknowledge?token=\(notice.alert)&to=\(receiver.text)"
    }
    let breach = try desk.draft(of: [Desk.notice(5, .breach)], at: MailThreadTests.now).rendered
    #expect(breach.html.contains("href=\"https://hoso.example.org/acknowledge?token=5&amp;to=lead/H18.101\""))
    #expect(breach.text.contains("Acknowledge: https://hoso.example.org/acknowledge?token=5&to=lead/H18.101\n"))
    #expect(breach.text.contains("Acknowledge: dossierctl ack 5\n"))
    desk.composer.acknowledging = { _, _, _ in "javascript:alert(1)" }
    #expect(try !desk.draft(of: [Desk.notice(5, .breach)], at: MailThreadTests.now).rendered.html.contains("href"))
    let over = Desk.notice(5, .resolved, reason: .followUp, met: "2026-03-11 09:00")
    #expect(try !desk.draft(of: [over], at: MailThreadTests.now).rendered.text.contains("dossierctl ack"))
  }
}
