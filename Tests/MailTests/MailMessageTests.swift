import Foundation
import Mail
import Testing
import TestSupport

struct MailMessageTests {
  @Test("Python's reader finds names, subject, date and both texts as they were written")
  func read() throws {
    let text = "Kính gửi chị Ánh Tuyết,\n\nHồ sơ H18.101-260302-0001 đã quá hạn.\n"
    let mail = try SMTPSinkMail(
      bytes: Sample.message(
        text: text, html: "<p>Đã quá hạn</p>", headers: [MailHeader("Auto-Submitted", "auto-generated")]
      ).serialized())
    #expect(mail.headers["Subject"] == Sample.subject)
    #expect(mail.toName == Sample.lead)
    #expect(mail.fromName == "Giám sát hồ sơ bưu chính")
    #expect(mail.headers["Date"] == "Mon, 02 Mar 2026 01:15:30 +0000")
    #expect(mail.headers["Auto-Submitted"] == "auto-generated")
    #expect(mail.type == "multipart/alternative")
    #expect(mail.parts.map(\.type) == ["text/plain", "text/html"])
    #expect(mail.text() == text)
    #expect(mail.text(of: "text/html") == "<p>Đã quá hạn</p>")
    #expect(mail.defects.isEmpty)
  }

  @Test(
    "a name that needs quoting comes back whole", arguments: ["A, B", "\"x\" <y>", "a@b", "Plain Name", "(c)", "=?x"])
  func names(name: String) throws {
    let message = try MailMessage(
      from: Mailbox(name: name, address: "a@example.org"), to: Mailbox(address: "b@example.org"), subject: "s",
      text: "t",
      html: "h", id: MessageID("1@example.org"), date: .distantPast)
    let mail = try SMTPSinkMail(bytes: message.serialized())
    #expect(mail.fromName == name)
    #expect(mail.headers["To"] == "b@example.org")
  }

  @Test("random bodies come back whole, and no line is longer than 76 characters")
  func bodies() throws {
    let seed = UInt64.random(in: .min ... .max)
    var random = Seeded(seed)
    for round in 0..<8 {
      let lines = (0..<30).map { _ in random.text(upTo: round % 2 == 0 ? 400 : 20) }
      let text = (lines + [".", "..", ". x", "", "trailing ", "\t", "=", "From me"]).joined(separator: "\n")
      let bytes = try Sample.message(text: text, html: text).serialized()
      let mail = try SMTPSinkMail(bytes: bytes)
      #expect(mail.parts.allSatisfy { Array($0.text.unicodeScalars) == Array(text.unicodeScalars) }, "seed \(seed)")
      let raw = String(decoding: bytes, as: UTF8.self)
      #expect(raw.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 76 }, "seed \(seed)")
      #expect(bytes.allSatisfy { $0 == 13 || $0 == 10 || (0x20...0x7E).contains($0) }, "seed \(seed)")
    }
  }

  @Test("LF, CRLF and CR all end a line")
  func lineEnds() throws {
    let mail = try SMTPSinkMail(bytes: Sample.message(text: "a\nb\r\nc\rd\n").serialized())
    #expect(mail.text() == "a\nb\nc\nd\n")
  }

  @Test("files go with the mail, their names in any script")
  func attachments() throws {
    let bytes = [UInt8](0...255) + [UInt8](repeating: 7, count: 5000)
    let files = [
      try MailAttachment(name: "danh sách hồ sơ.csv", type: "text/csv", bytes: Array("a,b\n".utf8)),
      try MailAttachment(name: "report.pdf", type: "application/pdf", bytes: bytes),
      try MailAttachment(name: "empty.bin", type: "application/octet-stream", bytes: []),
    ]
    let mail = try SMTPSinkMail(bytes: Sample.message(attachments: files).serialized())
    #expect(mail.type == "multipart/mixed")
    #expect(mail.parts.map(\.name) == ["", "", "danh sách hồ sơ.csv", "report.pdf", "empty.bin"])
    #expect(Array(mail.parts[3].bytes) == bytes)
    #expect(mail.parts[4].bytes.isEmpty)
    #expect(mail.defects.isEmpty)
  }

  @Test("a thread is known by its references")
  func references() throws {
    let ids = try (0..<12).map { try MessageID(stable: ["\($0)"], domain: "example.org") }
    let message = try MailMessage(
      from: Mailbox(address: "a@example.org"), to: Mailbox(address: "b@example.org"), subject: "s", text: "t",
      html: "h",
      id: MessageID("1@example.org"), date: .now, inReplyTo: ids.last, references: ids)
    let mail = try SMTPSinkMail(bytes: message.serialized())
    #expect(mail.headers["References"] == ids.map(\.description).joined(separator: " "))
    #expect(mail.headers["In-Reply-To"] == ids.last?.description)
  }

  @Test("the same message gives the same bytes")
  func determinism() throws {
    #expect(try Sample.message().serialized() == Sample.message().serialized())
  }
}
