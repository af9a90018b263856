import Foundation
import Mail
import Testing
import TestSupport

struct WebhookClientTests {
  @Test("messages go over one connection as they were written, named, dated and signed, and Python finds the signature")
  func accepted() async throws {
    let sink = try await WebhookSink.start()
    let client = try WebhookClient(version: "1.2.3")
    for number in 1...3 {
      let reply = try await client.post(Sample.webhookMessage("số \(number)"), to: Sample.webhook(sink, path: "/a?b=c"))
      #expect(reply.code == 200)
      #expect(reply.text == "kept as 000\(number)")
    }
    let requests = try sink.requests()
    #expect(requests.map(\.body) == (1...3).map { #"{"text":"số \#($0)"}"# })
    #expect(requests.map(\.id) == (1...3).map { WebhookID(stable: ["số \($0)"]).text })
    #expect(requests.map(\.connection) == [1, 1, 1])
    for request in requests {
      #expect(request.method == "POST" && request.path == "/a?b=c")
      #expect(request.headers["user-agent"] == "dossierd/1.2.3")
      #expect(request.headers["content-type"] == "application/json")
      #expect(request.headers["webhook-timestamp"] == "1772414130")
      #expect(request.headers["expect"] == nil)
    }
    try await sink.verify(Sample.secret)
    await #expect(throws: WebhookSink.Failure.self) { try await sink.verify(Sample.otherSecret) }
  }

  @Test("while the secret changes, a message is signed by the old and by the new one")
  func twoSecrets() async throws {
    let sink = try await WebhookSink.start()
    let secrets = "\(Sample.secret)\n\(Sample.otherSecret)\n"
    _ = try await WebhookClient(version: "1").post(
      Sample.webhookMessage(), to: Sample.webhook(sink, secrets: secrets))
    try await sink.verify(Sample.secret)
    try await sink.verify(Sample.otherSecret)
  }

  @Test("a message of 5 MB arrives whole")
  func large() async throws {
    let sink = try await WebhookSink.start()
    let message = Sample.webhookMessage(String(repeating: "ữ", count: 1_700_000))
    _ = try await WebhookClient(version: "1").post(message, to: Sample.webhook(sink))
    #expect(try sink.requests().map { Array($0.body.utf8) } == [message.body])
  }

  @Test("TLS reaches a receiver of an own authority, by a client that knows others too")
  func trusted() async throws {
    let authority = try SMTPSinkAuthority()
    let sink = try await WebhookSink.start(["--tls"] + authority.pair)
    let plain = try await WebhookSink.start()
    let client = try WebhookClient(version: "1")
    for _ in 0..<2 {
      #expect(
        try await client.post(Sample.webhookMessage(), to: Sample.webhook(sink, "https", ca: authority.caFile)).code
          == 200)
      #expect(try await client.post(Sample.webhookMessage(), to: Sample.webhook(plain)).code == 200)
    }
    #expect(try sink.requests().map(\.connection) == [1, 1])
  }

  @Test("a certificate that is not trusted or bears another name is refused, also after another was trusted")
  func distrusted() async throws {
    let (authority, other, misnamed) = (
      try SMTPSinkAuthority(), try SMTPSinkAuthority(), try SMTPSinkAuthority(name: "sms.example.org")
    )
    let sink = try await WebhookSink.start(["--tls"] + authority.pair)
    let misnamedSink = try await WebhookSink.start(["--tls"] + misnamed.pair)
    let client = try WebhookClient(version: "1")
    _ = try await client.post(Sample.webhookMessage(), to: Sample.webhook(sink, "https", ca: authority.caFile))
    let webhooks = try [
      Sample.webhook(sink, "https"), Sample.webhook(sink, "https", ca: other.caFile),
      Sample.webhook(sink, "https", ca: "/nowhere/ca.pem"),
      Sample.webhook(misnamedSink, "https", ca: misnamed.caFile),
    ]
    for webhook in webhooks {
      let error = await #expect(throws: WebhookError.self) {
        try await client.post(Sample.webhookMessage(), to: webhook)
      }
      #expect(error?.kind == "tls", "\(String(describing: error))")
      #expect(error?.isPermanent == false)
    }
    #expect(try sink.requests().count == 1)
    #expect(try misnamedSink.requests().isEmpty)
  }

  @Test("a receiver restarted between two messages costs neither of them")
  func restarted() async throws {
    let sink = try await WebhookSink.start()
    let client = try WebhookClient(version: "1")
    _ = try await client.post(Sample.webhookMessage("1"), to: Sample.webhook(sink))
    sink.stop()
    let again = try await WebhookSink.start(port: sink.port)
    _ = try await client.post(Sample.webhookMessage("2"), to: Sample.webhook(again))
    #expect(try again.requests().map(\.id) == [WebhookID(stable: ["2"]).text])
  }
}
