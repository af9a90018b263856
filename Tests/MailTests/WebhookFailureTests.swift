import Foundation
import Mail
import Testing
import TestSupport

struct WebhookFailureTests {
  private func failure(
    _ arguments: [String], limits: WebhookLimits = WebhookLimits()
  ) async throws -> (error: WebhookError?, sink: WebhookSink) {
    let sink = try await WebhookSink.start(arguments)
    let client = try WebhookClient(version: "1", limits: limits)
    let error = await #expect(throws: WebhookError.self) {
      try await client.post(Sample.webhookMessage(), to: Sample.webhook(sink))
    }
    return (error, sink)
  }

  @Test("500 is for now, and the same message is taken at the next try")
  func failsOnce() async throws {
    let sink = try await WebhookSink.start(["--fail", "status=500", "--times", "1"])
    let client = try WebhookClient(version: "1")
    let error = await #expect(throws: WebhookError.self) {
      try await client.post(Sample.webhookMessage(sent: 1_772_414_130), to: Sample.webhook(sink))
    }
    #expect(
      error == .deferred(server: "http://127.0.0.1:\(sink.port)", code: 500, text: "kept as 0001", after: nil))
    _ = try await client.post(Sample.webhookMessage(sent: 1_772_414_160), to: Sample.webhook(sink))
    let requests = try sink.requests()
    #expect(Set(requests.map(\.id)).count == 1)
    #expect(requests.map(\.answer) == [500, 200])
    #expect(Set(requests.map { $0.headers["webhook-signature"] }).count == 2)
    try await sink.verify(Sample.secret)
  }

  @Test("4xx is for good", arguments: [400, 401, 404, 410, 413])
  func permanent(status: Int) async throws {
    let (error, sink) = try await failure(["--fail", "status=\(status)"])
    #expect(error == .refused(server: "http://127.0.0.1:\(sink.port)", code: status, text: "kept as 0001"))
    #expect(error?.isPermanent == true)
  }

  @Test("408, 425, 429 and 5xx are for now", arguments: [408, 425, 429, 500, 501, 503, 599])
  func temporary(status: Int) async throws {
    let (error, _) = try await failure(["--fail", "status=\(status)"])
    #expect(error?.kind == "deferred")
    #expect(error?.isPermanent == false)
    #expect(error?.pause == nil)
  }

  @Test(
    "what the receiver says of when to come again is heeded, up to an hour",
    arguments: [
      ("120", Duration.seconds(120)), ("3601", .seconds(3600)), ("999999999999999999999999", nil), ("0", nil),
      ("-5", nil), ("soon", nil), ("Fri, 31 Dec 2060 23:59:59 GMT", .seconds(3600)),
      ("Fri, 31 Dec 1999 23:59:59 GMT", nil),
    ] as [(String, Duration?)])
  func retryAfter(header: String, pause: Duration?) async throws {
    for status in [429, 503] {
      let (error, _) = try await failure(["--fail", "status=\(status)", "--header", "Retry-After: \(header)"])
      #expect(error?.pause == pause, "\(status) \(header)")
    }
  }

  @Test(
    "a redirect is not followed, and is for good where it says so",
    arguments: [(301, true), (302, false), (303, false), (307, false), (308, true)])
  func redirected(status: Int, isPermanent: Bool) async throws {
    let elsewhere = try await WebhookSink.start()
    let (error, sink) = try await failure([
      "--fail", "status=\(status)", "--header", "Location: http://127.0.0.1:\(elsewhere.port)/token",
    ])
    #expect(error == .redirected(server: "http://127.0.0.1:\(sink.port)", code: status))
    #expect(error?.isPermanent == isPermanent)
    #expect(try elsewhere.requests().isEmpty)
    #expect(error?.description.contains("token") == false)
  }

  @Test("a receiver that never answers is given up in time, and may have taken the message")
  func silence() async throws {
    let start = ContinuousClock.now
    let (error, sink) = try await failure(["--fail", "silence"], limits: WebhookLimits(whole: .seconds(1)))
    #expect(error?.kind == "unanswered", "\(String(describing: error))")
    #expect(error?.isPermanent == false)
    #expect(ContinuousClock.now - start < .seconds(10))
    #expect(try sink.requests().count == 1)
  }

  @Test("a receiver that closes instead of answering may have taken the message", arguments: ["cut", "cut-in-answer"])
  func cut(mode: String) async throws {
    let sink = try await WebhookSink.start(["--fail", mode, "--times", "1"])
    let client = try WebhookClient(version: "1")
    let error = await #expect(throws: WebhookError.self) {
      try await client.post(Sample.webhookMessage(), to: Sample.webhook(sink))
    }
    #expect(error?.kind == "unanswered", "\(String(describing: error))")
    _ = try await client.post(Sample.webhookMessage(), to: Sample.webhook(sink))
    let requests = try sink.requests()
    #expect(requests.count == 2)
    #expect(Set(requests.map(\.id)).count == 1)
  }

  @Test("an answer counts by its status, whatever becomes of its body", arguments: ["cut-in-body", "endless"])
  func brokenBody(mode: String) async throws {
    let sink = try await WebhookSink.start(["--fail", mode])
    let reply = try await WebhookClient(version: "1").post(Sample.webhookMessage(), to: Sample.webhook(sink))
    #expect(reply.code == 200)
    #expect(reply.text.utf8.count <= 300)
  }

  @Test("header fields that do not end are given up")
  func longHeader() async throws {
    let (error, _) = try await failure(["--fail", "long-header"])
    #expect(error?.kind == "unanswered")
  }

  @Test("a receiver that is not there is unreachable")
  func absent() async throws {
    let sink = try await WebhookSink.start()
    sink.stop()
    let error = await #expect(throws: WebhookError.self) {
      try await WebhookClient(version: "1").post(Sample.webhookMessage(), to: Sample.webhook(sink))
    }
    #expect(error?.kind == "unreachable")
    #expect(error?.isPermanent == false)
  }

  @Test("cancelling ends a request in hand within seconds")
  func cancellation() async throws {
    let sink = try await WebhookSink.start(["--fail", "silence"])
    let client = try WebhookClient(version: "1")
    let webhook = try Sample.webhook(sink)
    let sending = Task { try await client.post(Sample.webhookMessage(), to: webhook) }
    let waiting = Task { try await client.post(Sample.webhookMessage(), to: webhook) }
    try await sink.hangs()
    let start = ContinuousClock.now
    sending.cancel()
    waiting.cancel()
    for task in [sending, waiting] {
      let result = await task.result
      #expect(throws: WebhookError.cancelled) { try result.get() }
    }
    #expect(ContinuousClock.now - start < .seconds(5))
  }
}
