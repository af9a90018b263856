import Mail
import Testing

struct MailboxTests {
  @Test(
    "an address is local@domain in ASCII",
    arguments: ["lead@example.org", "a.b+c@x-y.example.org", "root@localhost", "o'neil@example.org"])
  func valid(address: String) throws {
    #expect(try Mailbox(address: address).address == address)
  }

  @Test(
    "what is no address is refused",
    arguments: [
      "", "lead", "@example.org", "lead@", "a@b@c", "a b@example.org", ".a@example.org", "a..b@example.org",
      "a@-x.org", "a@x..org", "a@x.org.", "đ@example.org", "a@điện.vn", "<a@example.org>", "a@example.org>",
      "\"a b\"@example.org", "a,b@example.org", String(repeating: "a", count: 65) + "@example.org",
    ])
  func invalid(address: String) {
    #expect(throws: MailError.self) { try Mailbox(address: address) }
  }

  @Test("a mailbox is read with its name, quoted or not")
  func parsing() throws {
    let expected = try Mailbox(name: "Trần, Văn A", address: "a@example.org")
    #expect(try Mailbox(parsing: "Trần, Văn A <a@example.org>") == expected)
    #expect(try Mailbox(parsing: " \"Trần, Văn A\"  <a@example.org> ") == expected)
    #expect(try Mailbox(parsing: "a@example.org") == Mailbox(address: "a@example.org"))
    #expect(throws: MailError.self) { try Mailbox(parsing: "Trần <a@example.org> <b@example.org") }
  }

  @Test("an identifier made of parts is the same for ever, and other for other parts")
  func messageID() throws {
    let id = try MessageID(stable: ["lead@example.org", "breach", "7"], domain: "example.org")
    #expect(id.description == "<44446b056719aa6a9deb5b26446d9aa7@example.org>")
    #expect(try MessageID(stable: ["ab", "c"], domain: "x.org") != MessageID(stable: ["a", "bc"], domain: "x.org"))
    #expect(try MessageID("<a@x.org>") == MessageID("a@x.org"))
    #expect(throws: MailError.self) { try MessageID("a") }
  }
}
