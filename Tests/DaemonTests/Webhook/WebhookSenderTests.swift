import Dossiers
import Foundation
import Logging
import Mail
import Store
import TestSupport
import Testing

@testable import Daemon

struct WebhookSenderTests {
  private struct StoppedClock: WallClock {
    let now = WebhookBodySample.now
  }

  private static let secret = "whsec_" + Data((0..<32).map { UInt8($0) }).base64EncodedString()
  private static let patience = Patience(first: .seconds(100), longest: .seconds(1000))

  private func sender(timeout: Duration = .seconds(20)) throws -> WebhookSender {
    WebhookSender(
      client: try WebhookClient(version: "1", limits: WebhookLimits(whole: timeout)),
      patience: WebhookSenderTests.patience, clock: StoppedClock(), logger: Logger(label: "test"))
  }

  private func webhook(_ sink: WebhookSink) throws -> WebhookEndpoint {
    WebhookEndpoint(
      url: try WebhookURL("http://127.0.0.1:\(sink.port)/token"),
      secrets: try WebhookSecrets(WebhookSenderTests.secret))
  }

  private func mail(_ id: Int64 = 5, attempts: Int = 0) throws -> PendingMail {
    let subject = WebhookBodySample.subject(deadline: try WebhookBodySample.deadline())
    return WebhookBodySample.mail([WebhookBodySample.notice(.breach, subject)], id: id, attempts: attempts)
  }

  /// The seconds after which it is tried again.
  private func wait(_ outcome: MailOutcome, mayBeTaken: Bool = false) throws -> Int64 {
    switch outcome {
    case .failed(_, let retry) where !mayBeTaken: return retry.since(WebhookBodySample.now).seconds
    case .unknown(_, let retry) where mayBeTaken: return retry.since(WebhookBodySample.now).seconds
    default:
      Issue.record("expected it to be tried again, found \(outcome)")
      return -1
    }
  }

  @Test("what the receiver takes is recorded with its place, its id and the answer")
  func accepted() async throws {
    let sink = try await WebhookSink.start()
    let outcome = try await sender().send(mail(), to: webhook(sink), links: .none)
    let request = try #require(sink.requests().first)
    #expect(
      outcome
        == .accepted(
          address: "http://127.0.0.1:\(sink.port)", messageID: request.id ?? "", reply: "200 kept as 0001"))
    #expect(request.body.contains(#""id":"\#(request.id ?? "")""#))
    #expect(request.headers["webhook-timestamp"] == "\(WebhookBodySample.now.seconds)")
    try await sink.verify(WebhookSenderTests.secret)
  }

  @Test("one message that fails makes no other wait, and is tried again under the same id")
  func poison() async throws {
    let sink = try await WebhookSink.start(["--fail", "status=500", "--times", "1"])
    let sender = try sender()
    #expect(try await (75...100).contains(wait(sender.send(mail(1), to: webhook(sink), links: .none))))
    for id in [2, 1] as [Int64] {
      guard case .accepted = try await sender.send(mail(id), to: webhook(sink), links: .none) else {
        Issue.record("expected it to be taken")
        return
      }
    }
    let requests = try sink.requests()
    #expect(requests.count == 3)
    #expect(requests[0].id == requests[2].id && requests[0].id != requests[1].id)
  }

  @Test("what is refused for good is not tried again")
  func refused() async throws {
    let sink = try await WebhookSink.start(["--fail", "status=404"])
    let outcome = try await sender().send(mail(), to: webhook(sink), links: .none)
    guard case .refused(let address, let id, let why) = outcome else {
      Issue.record("expected it to be refused, found \(outcome)")
      return
    }
    #expect(address == "http://127.0.0.1:\(sink.port)" && why.contains("404") && !why.contains("token"))
    #expect(try sink.requests().map(\.id) == [id])
  }

  @Test("a receiver that asks for it is left alone by all messages, for as long as it asks")
  func asksForRest() async throws {
    let sink = try await WebhookSink.start(["--fail", "status=429", "--header", "Retry-After: 600"])
    let sender = try sender()
    #expect(try await wait(sender.send(mail(1), to: webhook(sink), links: .none)) == 600)
    #expect(try await (590...600).contains(wait(sender.send(mail(2), to: webhook(sink), links: .none))))
    #expect(try sink.requests().count == 1)
    let other = try await WebhookSink.start()
    guard case .accepted = try await sender.send(mail(2), to: webhook(other), links: .none) else {
      Issue.record("expected another receiver to be told meanwhile")
      return
    }
  }

  @Test("a pause asked for that is shorter than ours shortens nothing")
  func shortRest() async throws {
    let sink = try await WebhookSink.start(["--fail", "status=503", "--header", "Retry-After: 1"])
    let outcome = try await sender().send(mail(attempts: 2), to: webhook(sink), links: .none)
    #expect(try (300...400).contains(wait(outcome)))
  }

  @Test("one that hangs, closes or is not there is tried once, and holds up nothing behind it")
  func rests() async throws {
    for mode in ["silence", "cut", nil] {
      let sink = try await WebhookSink.start(mode.map { ["--fail", $0] } ?? [])
      if mode == nil { sink.stop() }
      let sender = try sender(timeout: .seconds(1))
      let first = try await sender.send(mail(1), to: webhook(sink), links: .none)
      #expect(try (75...100).contains(wait(first, mayBeTaken: mode != nil)))
      let start = ContinuousClock.now
      for id in 2...20 as ClosedRange<Int64> {
        #expect(try await (70...100).contains(wait(sender.send(mail(id), to: webhook(sink), links: .none))))
      }
      #expect(ContinuousClock.now - start < .milliseconds(900))
      #expect(try sink.requests().count == (mode == nil ? 0 : 1))
    }
  }
}
