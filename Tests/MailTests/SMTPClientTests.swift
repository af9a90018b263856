import Foundation
import Mail
import Testing
import TestSupport

struct SMTPClientTests {
  private let login = SMTPLogin(user: "dossierd", password: "mật khẩu")

  private func server(
    _ sink: SMTPSink, _ security: SMTPServer.Security = .plain, login: SMTPLogin? = nil, ca: String? = nil,
    verify: Bool = true
  ) throws -> SMTPServer {
    try SMTPServer(host: "127.0.0.1", port: sink.port, security: security, login: login, caFile: ca, verify: verify)
  }

  @Test("several mails go over one connection and arrive as they were written")
  func severalMails() async throws {
    let sink = try await SMTPSink.start()
    let client = try SMTPClient(server(sink))
    for number in 1...5 {
      let reply = try await client.send(
        Sample.message(to: "lead\(number)@example.org", text: "số \(number)\n.\n..dot\n"))
      #expect(reply.code == 250)
      #expect(reply.text == "2.0.0 kept as 000\(number)")
    }
    let mails = try sink.mails()
    #expect(mails.map { $0.headers["X-Envelope-To"] } == (1...5).map { "lead\($0)@example.org" })
    #expect(mails.map { $0.headers["X-Connection"] } == Array(repeating: "1", count: 5))
    #expect(mails.map { $0.text() } == (1...5).map { "số \($0)\n.\n..dot\n" })
    #expect(mails.allSatisfy { $0.headers["Subject"] == Sample.subject && $0.defects.isEmpty })
    #expect(mails.first?.headers["X-Envelope-From"] == "dossierd@example.org")
  }

  @Test("a long mail with a dot at the start of every line arrives whole")
  func large() async throws {
    let sink = try await SMTPSink.start()
    let text = String(repeating: ".dot\n..\n.\n", count: 15_000)
    _ = try await SMTPClient(server(sink)).send(Sample.message(text: text))
    #expect(try sink.mails().first?.text() == text)
  }

  @Test("mails of several tasks at once go one after the other")
  func concurrent() async throws {
    let sink = try await SMTPSink.start()
    let client = try SMTPClient(server(sink))
    try await withThrowingTaskGroup(of: SMTPReply.self) { group in
      for number in 0..<20 { group.addTask { try await client.send(Sample.message(text: "\(number)")) } }
      for try await reply in group { #expect(reply.code == 250) }
    }
    let mails = try sink.mails()
    #expect(Set(mails.map { $0.text() }) == Set((0..<20).map { "\($0)" }))
    #expect(Set(mails.map { $0.headers["X-Connection"] }) == ["1"])
  }

  @Test("a server restarted between two mails costs neither of them")
  func restartedServer() async throws {
    let sink = try await SMTPSink.start()
    let client = try SMTPClient(server(sink))
    _ = try await client.send(Sample.message(text: "1"))
    sink.stop()
    let again = try await SMTPSink.start(port: sink.port)
    _ = try await client.send(Sample.message(text: "2"))
    #expect(try again.mails().map { $0.text() } == ["2"])
  }

  @Test("user and password are sent where the server asks")
  func authentication() async throws {
    let sink = try await SMTPSink.start(["--user", "dossierd", "--password", "mật khẩu"])
    #expect(try await SMTPClient(server(sink, login: login)).send(Sample.message()).code == 250)
    for wrong in [nil, SMTPLogin(user: "dossierd", password: "wrong")] {
      let error = await #expect(throws: MailError.self) {
        try await SMTPClient(server(sink, login: wrong)).send(Sample.message())
      }
      #expect(error?.kind == "loginRefused", "\(String(describing: error))")
      #expect(error?.description.contains(wrong == nil ? "530" : "535") == true)
      #expect(error?.isPermanent == false)
      #expect(error?.description.contains("wrong") == false)
    }
  }

  @Test(
    "STARTTLS and TLS from the first byte reach a server of an own authority",
    arguments: [SMTPServer.Security.starttls, .tls])
  func trusted(security: SMTPServer.Security) async throws {
    let authority = try SMTPSinkAuthority()
    let arguments = security == .tls ? ["--tls"] : ["--user", "dossierd", "--password", "mật khẩu", "--starttls"]
    let sink = try await SMTPSink.start(arguments + authority.pair)
    let client = try SMTPClient(server(sink, security, login: security == .tls ? nil : login, ca: authority.caFile))
    for _ in 0..<2 { #expect(try await client.send(Sample.message()).code == 250) }
    #expect(try sink.mails().map { $0.headers["X-Connection"] } == ["1", "1"])
  }

  @Test("a server that asks for our certificate is shown it, and without one no mail is sent")
  func certificate() async throws {
    let (authority, ours) = (try SMTPSinkAuthority(), try SMTPSinkAuthority(name: "dossierd.example.org"))
    let sink = try await SMTPSink.start(["--tls"] + authority.pair + ["--client-ca", ours.caFile])
    func client(_ certificate: SMTPCertificate?) throws -> SMTPClient {
      try SMTPClient(
        SMTPServer(
          host: "127.0.0.1", port: sink.port, security: .tls, caFile: authority.caFile, certificate: certificate))
    }
    let certificate = SMTPCertificate(file: ours.pair[0], key: ours.pair[1])
    #expect(try await client(certificate).send(Sample.message()).code == 250)
    await #expect(throws: MailError.self) { try await client(nil).send(Sample.message()) }
    #expect(try sink.mails().count == 1)
  }

  @Test(
    "a certificate that is not trusted or bears another name is refused",
    arguments: [SMTPServer.Security.starttls, .tls])
  func distrusted(security: SMTPServer.Security) async throws {
    let (authority, other, misnamed) = (
      try SMTPSinkAuthority(), try SMTPSinkAuthority(), try SMTPSinkAuthority(name: "mail.example.org")
    )
    let flag = security == .tls ? "--tls" : "--starttls"
    let sink = try await SMTPSink.start([flag] + authority.pair)
    let misnamedSink = try await SMTPSink.start([flag] + misnamed.pair)
    let servers = try [
      server(sink, security), server(sink, security, ca: other.caFile), server(sink, security, ca: "/nowhere/ca.pem"),
      server(misnamedSink, security, ca: misnamed.caFile),
    ]
    for server in servers {
      let error = await #expect(throws: MailError.self) { try await SMTPClient(server).send(Sample.message()) }
      #expect(error?.kind == "tls")
      #expect(error?.isPermanent == false)
    }
    #expect(try sink.mails().isEmpty)
    #expect(try await SMTPClient(server(sink, security, verify: false)).send(Sample.message()).code == 250)
  }

  @Test("no mail goes in plain text where STARTTLS is required and not offered")
  func stripped() async throws {
    let sink = try await SMTPSink.start()
    let error = await #expect(throws: MailError.self) {
      try await SMTPClient(server(sink, .starttls)).send(Sample.message())
    }
    #expect(error?.kind == "tls")
    #expect(try sink.mails().isEmpty)
  }
}
