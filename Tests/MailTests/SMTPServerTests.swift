import Mail
import Testing

struct SMTPServerTests {
  @Test("plain text goes to this machine only, unless it is allowed in words")
  func plainText() throws {
    for host in ["localhost", "127.0.0.1", "127.1.2.3", "::1"] {
      _ = try SMTPServer(host: host, port: 25, security: .plain)
    }
    for host in ["mail.example.org", "10.0.0.1", "127.example.org", "fe80::1"] {
      #expect(throws: MailError.self) { try SMTPServer(host: host, port: 25, security: .plain) }
      _ = try SMTPServer(host: host, port: 25, security: .plain, allowPlain: true)
      _ = try SMTPServer(host: host, port: 587, security: .starttls)
    }
  }

  @Test(
    "what is no host is refused",
    arguments: ["", "a b", "mail.example.org/x", "user@mail.example.org", "a:25", "x\r\n"])
  func hosts(host: String) {
    #expect(throws: MailError.self) { try SMTPServer(host: host, port: 25, security: .tls) }
  }

  @Test("a password is in no description and no dump")
  func password() throws {
    let server = try SMTPServer(
      host: "mail.example.org", port: 465, security: .tls, login: SMTPLogin(user: "dossierd", password: "s3cret"))
    var dumped = ""
    dump(server, to: &dumped)
    #expect(!"\(server) \(String(reflecting: server)) \(dumped)".contains("s3cret"))
  }
}
