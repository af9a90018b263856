import Dossiers
import Foundation
import Logging
import Mail
import ServiceLifecycle
import Settings
import Store
import TestSupport
import Testing

@testable import Daemon

/// The way of a notice from the outbox to a webhook.
struct DispatcherWebhookTests {
  /// An hour ahead, so that nothing in the outbox waits any more.
  private struct LaterClock: WallClock {
    var now: Instant { SystemClock().now.advanced(by: .hours(1)) }
  }

  private static let configuration = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../config/dossierd.yaml").standardized.path

  private func dispatcher(
    _ settings: Settings, _ store: any DossierStore, _ sink: SMTPSink, webhook: WebhookEndpoint?
  ) throws -> Dispatcher {
    let patience = Patience(first: .seconds(1), longest: .seconds(1))
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let outlets = Outlets(
      composer: try Composer(settings), links: .none, endpoints: webhook.map { [.operator: $0] } ?? [:])
    return Dispatcher(
      store: store, outlets: Shared(outlets),
      client: try SMTPClient(SMTPServer(host: "127.0.0.1", port: sink.port, security: .plain)),
      webhooks: WebhookSender(
        client: try WebhookClient(version: "1"), patience: patience, clock: LaterClock(), logger: logger),
      patience: patience, clock: LaterClock(), bell: Bell(), pulse: Pulse(),
      logger: logger)
  }

  /// Has the operator told that nothing is heard, and returns once that is recorded.
  private func tellOperator(of mails: SMTPSink, _ webhook: WebhookEndpoint?) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "dispatcher-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try SQLiteStore(path: folder.appending(path: "dossierd.sqlite").path)
    let settings = try Settings.load(
      DispatcherWebhookTests.configuration, environment: [:], now: instant("2026-03-06 09:00"))
    _ = try await store.adopt(RulesDocument(settings.rules), at: SystemClock().now)
    let now = SystemClock().now
    #expect(try await store.setDeaf(since: now, at: now))
    let dispatcher = try dispatcher(settings, store, mails, webhook: webhook)
    let running = Task { try await dispatcher.run() }
    try await waitUntil("the mail is accepted") { try await store.counts().mails["accepted"] == 1 }
    running.cancel()
    try await running.value
  }

  @Test("a receiver that has a webhook is told there and not by mail, again until it takes it, and then no more")
  func told() async throws {
    let mails = try await SMTPSink.start()
    let sink = try await WebhookSink.start(["--fail", "cut", "--times", "1"])
    let secret = "whsec_" + Data((0..<32).map { UInt8($0) }).base64EncodedString()
    try await tellOperator(
      of: mails,
      WebhookEndpoint(
        url: WebhookURL("http://127.0.0.1:\(sink.port)/alerts"), secrets: WebhookSecrets(secret)))
    let requests = try sink.requests()
    #expect(requests.map(\.answer) == [0, 200])
    #expect(Set(requests.map(\.id)).count == 1)
    #expect(requests.allSatisfy { $0.body.contains(#""what":"deaf""#) && $0.body.contains(#""receiver":"operator""#) })
    try await sink.verify(secret)
    #expect(try mails.mails().isEmpty)
  }

  @Test("a receiver that has none is mailed")
  func mailed() async throws {
    let mails = try await SMTPSink.start()
    try await tellOperator(of: mails, nil)
    #expect(try mails.mails().count == 1)
  }
}
