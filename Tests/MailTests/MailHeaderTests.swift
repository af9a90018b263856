import Foundation
import Mail
import Testing
import TestSupport

struct MailHeaderTests {
  @Test(
    "no value can begin a header field of its own",
    arguments: [
      "a\r\nBcc: x@example.org", "a\nBcc: x", "a\rb", "a\0b", "a\u{85}b", "a\u{2028}b", "a\u{7F}b", "a\tb", "\u{1B}[2J",
    ])
  func injection(text: String) throws {
    #expect(throws: MailError.self) { try MailHeader("X-Note", text) }
    #expect(throws: MailError.self) { try Sample.message(subject: text) }
    #expect(throws: MailError.self) { try Mailbox(name: text, address: "lead@example.org") }
    #expect(throws: MailError.self) { try Mailbox(address: text + "@example.org") }
    #expect(throws: MailError.self) { try Mailbox(address: "lead@example.org" + text) }
    #expect(throws: MailError.self) { try MessageID("a@b" + text) }
    #expect(throws: MailError.self) { try MessageID(stable: ["a"], domain: "b" + text) }
    #expect(throws: MailError.self) { try MailAttachment(name: text, type: "text/csv", bytes: []) }
    #expect(throws: MailError.self) { try MailAttachment(name: "a.csv", type: "text/csv" + text, bytes: []) }
  }

  @Test("no name of a field can hold a colon, a blank or a line end", arguments: ["", "A:", "A B", "A\r\nB", "Ă"])
  func names(name: String) {
    #expect(throws: MailError.self) { try MailHeader(name, "value") }
  }

  @Test("an error shows what was refused without its control characters")
  func errorText() throws {
    let error = #expect(throws: MailError.self) { try Mailbox(address: "a\r\nb@example.org") }
    #expect(error?.description.contains("a??b@example.org") == true)
    #expect(error?.isPermanent == true)
  }

  @Test("a field that the message writes itself is refused", arguments: ["Subject", "from", "BCC", "Content-Type"])
  func reserved(name: String) throws {
    let header = try MailHeader(name, "value")
    #expect(throws: MailError.self) { try Sample.message(headers: [header]) }
  }

  @Test("random text of many scripts comes back whole from Python's reader")
  func roundTrip() throws {
    let seed = UInt64.random(in: .min ... .max)
    var random = Seeded(seed)
    let texts = (0..<400).map { _ in random.text(upTo: 120) }
    let headers = try texts.enumerated().map { try MailHeader("X-T-\($0.offset)", $0.element) }
    let mail = try SMTPSinkMail(bytes: Sample.message(headers: headers).serialized())
    for (number, text) in texts.enumerated() {
      #expect(
        Array(mail.headers["X-T-\(number)", default: ""].unicodeScalars) == Array(text.unicodeScalars), "seed \(seed)")
    }
    #expect(mail.defects.isEmpty, "seed \(seed)")
  }

  @Test("an encoded word has at most 75 characters, its line at most 76, and it holds whole UTF-8")
  func encodedWords() throws {
    let seed = UInt64.random(in: .min ... .max)
    var random = Seeded(seed)
    for _ in 0..<300 {
      let message = try Sample.message(subject: random.text(upTo: 200))
      let head = String(decoding: message.serialized(), as: UTF8.self).components(separatedBy: "\r\n\r\n")[0]
      for line in head.components(separatedBy: "\r\n") where line.contains("=?") {
        #expect(line.utf8.count <= 76, "seed \(seed): \(line)")
        for word in line.split(separator: " ") where word.hasPrefix("=?UTF-8?B?") {
          let data = try #require(Data(base64Encoded: String(word.dropFirst(10).dropLast(2))))
          #expect(word.utf8.count <= 75 && String(validating: data, as: UTF8.self) != nil, "seed \(seed): \(line)")
        }
      }
    }
  }

  @Test("a character of many scalars is split between them when it fits no word")
  func longCharacter() throws {
    let text = "e" + String(repeating: "\u{301}", count: 200)
    let mail = try SMTPSinkMail(bytes: Sample.message(subject: text).serialized())
    #expect(mail.headers["Subject"] == text)
  }

  @Test("plain ASCII stays readable and is folded between words")
  func plain() throws {
    let text = String(repeating: "overdue dossiers ", count: 20).trimmingCharacters(in: .whitespaces)
    let raw = String(decoding: try Sample.message(subject: text).serialized(), as: UTF8.self)
    #expect(raw.contains("Subject: overdue dossiers overdue"))
    #expect(try SMTPSinkMail(bytes: Array(raw.utf8)).headers["Subject"] == text)
  }

  @Test(
    "blanks at the ends, blanks in a row and what looks encoded come back as they were",
    arguments: [" a  b ", "=?UTF-8?B?YQ==?=", "", "x=?y"])
  func oddPlain(text: String) throws {
    #expect(try SMTPSinkMail(bytes: Sample.message(subject: text).serialized()).headers["Subject"] == text)
  }
}
