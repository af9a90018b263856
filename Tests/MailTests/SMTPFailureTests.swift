import Foundation
import Mail
import Testing
import TestSupport

struct SMTPFailureTests {
  private func client(_ sink: SMTPSink, timeout: Duration = .seconds(20)) throws -> SMTPClient {
    try SMTPClient(SMTPServer(host: "127.0.0.1", port: sink.port, security: .plain, transferTimeout: timeout))
  }

  private func failure(
    _ mode: String, timeout: Duration = .seconds(20), attachments: [MailAttachment] = []
  ) async throws -> MailError? {
    let sink = try await SMTPSink.start(["--fail", mode])
    let client = try client(sink, timeout: timeout)
    return await #expect(throws: MailError.self) { try await client.send(Sample.message(attachments: attachments)) }
  }

  @Test("450 is for now")
  func deferred() async throws {
    let error = try await failure("refuse-4xx")
    #expect(error == .deferred(code: 450, text: "4.2.0 mailbox busy, try again later"))
    #expect(error?.isPermanent == false)
  }

  @Test("550 is for good")
  func refused() async throws {
    let error = try await failure("refuse-5xx")
    #expect(error == .refused(code: 550, text: "5.1.1 no such mailbox here"))
    #expect(error?.isPermanent == true)
  }

  @Test("one refused recipient hinders no other on the same connection")
  func oneOfThree() async throws {
    let sink = try await SMTPSink.start(["--fail", "5xx-for=b@example.org"])
    let client = try client(sink)
    _ = try await client.send(Sample.message(to: "a@example.org"))
    await #expect(throws: MailError.refused(code: 550, text: "5.1.1 no such mailbox here")) {
      try await client.send(Sample.message(to: "b@example.org"))
    }
    _ = try await client.send(Sample.message(to: "c@example.org"))
    #expect(try sink.mails().map { $0.headers["X-Envelope-To"] } == ["a@example.org", "c@example.org"])
  }

  @Test("a mail larger than the 20 MB that a server takes is refused for good unsent, a smaller one is taken")
  func tooLarge() async throws {
    let sink = try await SMTPSink.start(["--size-limit", "20000000"])
    let client = try client(sink)
    // A third more as base64.
    func mail(_ size: Int) throws -> MailMessage {
      try Sample.message(attachments: [
        MailAttachment(name: "ho-so.csv", type: "text/csv", bytes: Array(repeating: UInt8(ascii: "x"), count: size))
      ])
    }
    #expect(try await client.send(mail(14_000_000)).code == 250)
    let error = await #expect(throws: MailError.self) { try await client.send(mail(15_000_000)) }
    #expect(error?.kind == "refused")
    #expect(error?.description.contains("552") == true)
    #expect(try await client.send(Sample.message()).code == 250)
    #expect(try sink.mails().count == 2)
  }

  @Test("silence after the final dot leaves the outcome unknown", arguments: ["silence-after-dot", "hang-in-data"])
  func silence(mode: String) async throws {
    let error = try await failure(mode, timeout: .seconds(1))
    #expect(error?.kind == "outcomeUnknown")
    #expect(error?.isPermanent == false)
  }

  @Test("a connection cut after the final dot leaves the outcome unknown")
  func cutAfterDot() async throws {
    let error = try await failure("cut-after-dot")
    #expect(error?.kind == "outcomeUnknown")
  }

  @Test("a mail that was not sent to its end was not taken", arguments: ["hang-in-data", "cut-in-data"])
  func cutInData(mode: String) async throws {
    // More than the buffers between us and a server that does not read can take.
    let file = try MailAttachment(
      name: "a.bin", type: "application/octet-stream", bytes: [UInt8](repeating: 1, count: 16 << 20))
    let error = try await failure(mode, timeout: .seconds(3), attachments: [file])
    #expect(error?.kind == "unreachable")
    #expect(error?.isPermanent == false)
  }

  @Test("a server that never greets is given up in time")
  func neverGreets() async throws {
    let sink = try await SMTPSink.start(["--fail", "silence"])
    let client = try client(sink, timeout: .seconds(1))
    let start = ContinuousClock.now
    let error = await #expect(throws: MailError.self) { try await client.send(Sample.message()) }
    #expect(error?.kind == "unreachable")
    #expect(ContinuousClock.now - start < .seconds(10))
  }

  @Test("a server that is not there is unreachable")
  func absent() async throws {
    let sink = try await SMTPSink.start()
    sink.stop()
    let client = try client(sink)
    let error = await #expect(throws: MailError.self) { try await client.send(Sample.message()) }
    #expect(error?.kind == "unreachable")
  }

  @Test("after a mail that failed the next one goes out on a new connection")
  func recovers() async throws {
    let sink = try await SMTPSink.start(["--fail", "refuse-4xx", "--times", "2"])
    let client = try client(sink)
    for _ in 0..<2 { await #expect(throws: MailError.self) { try await client.send(Sample.message()) } }
    #expect(try await client.send(Sample.message()).code == 250)
  }

  @Test("after a server fell silent upon the final dot the next mail goes out on a new connection")
  func leavesSilence() async throws {
    let sink = try await SMTPSink.start(["--fail", "silence-after-dot", "--times", "1"])
    let client = try client(sink, timeout: .seconds(1))
    await #expect(throws: MailError.self) { try await client.send(Sample.message()) }
    #expect(try await client.send(Sample.message()).code == 250)
    #expect(try sink.mails().map { $0.headers["X-Connection"] } == ["1", "2"])
  }

  @Test(
    "cancelling ends a transfer in hand within seconds, and the outcome is told apart",
    arguments: ["silence", "silence-after-dot"])
  func cancellation(mode: String) async throws {
    let sink = try await SMTPSink.start(["--fail", mode])
    let client = try client(sink, timeout: .seconds(60))
    let message = try Sample.message()
    let sending = Task { try await client.send(message) }
    let waiting = Task { try await client.send(message) }
    try await sink.hangs()
    let start = ContinuousClock.now
    sending.cancel()
    waiting.cancel()
    let result = await sending.result
    let next = await waiting.result
    #expect(ContinuousClock.now - start < .seconds(5))
    #expect(throws: MailError.cancelled) { try next.get() }
    let error = #expect(throws: MailError.self) { try result.get() }
    #expect(error?.kind == (mode == "silence" ? "cancelled" : "outcomeUnknown"))
  }
}
