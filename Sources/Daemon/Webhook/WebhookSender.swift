import Dossiers
import Logging
import Mail
import Store

/// Tells pending mails to webhooks, and says what became of each as for a mail.
///
/// A receiver that does not answer, or asks to be left alone, rests for a while: what else is for it waits without being
/// tried, so that mails to others are not held up behind it. One message that it alone cannot take makes no other wait.
actor WebhookSender {
  private struct Rest {
    var failures = 0
    var until = ContinuousClock.now
  }

  private static let longestRest = Span.minutes(10)

  private let client: WebhookClient
  private let patience: Patience
  private let clock: any WallClock
  private let logger: Logger
  private var rests: [WebhookURL: Rest] = [:]

  init(client: WebhookClient, patience: Patience, clock: any WallClock, logger: Logger) {
    self.client = client
    self.patience = patience
    self.clock = clock
    self.logger = logger
  }

  /// Tells `pending` to `webhook`, with the `links` to acknowledge that its notices have.
  func send(_ pending: PendingMail, to webhook: WebhookEndpoint, links: AcknowledgeLinks) async -> MailOutcome {
    let place = webhook.url.place
    if let rest = remainingRest(of: webhook.url) {
      return .failed(why: "\(place) is left alone for now", retry: clock.now.advanced(by: rest))
    }
    var id = ""
    do throws(WebhookError) {
      let message = try WebhookBody.message(of: pending, links: links, now: clock.now)
      id = message.id.text
      let reply = try await client.post(message, to: webhook)
      rests[webhook.url] = nil
      logger.info(
        "webhook accepted",
        metadata: pending.logFields.merging(["to": "\(place)", "webhook_id": "\(id)"]) { $1 })
      return .accepted(address: place, messageID: id, reply: "\(reply.code) \(reply.text)")
    } catch {
      rest(webhook.url, after: error)
      guard error.isPermanent else { return retry(pending, error) }
      logger.error(
        "webhook refused for good",
        metadata: pending.logFields.merging(["to": "\(place)", "webhook_id": "\(id)", "error": "\(error)"]) { $1 })
      return .refused(address: place, messageID: id, why: "\(error)")
    }
  }

  private func retry(_ pending: PendingMail, _ error: WebhookError) -> MailOutcome {
    let wait = max(patience.wait(afterAttempts: pending.attempts), error.pause.map(Span.init) ?? .zero)
    logger.warning(
      "webhook not told; it is tried again",
      metadata: pending.logFields.merging(["error": "\(error)", "retry_in": "\(wait.seconds) s"]) { $1 })
    let next = clock.now.advanced(by: wait)
    if case .unanswered = error { return .unknown(why: "\(error)", retry: next) }
    return .failed(why: "\(error)", retry: next)
  }

  private func rest(_ url: WebhookURL, after error: WebhookError) {
    var rest = rests[url] ?? Rest()
    switch error {
    case .unreachable, .tls, .unanswered:
      let wait = min(patience.wait(afterAttempts: rest.failures), WebhookSender.longestRest)
      rest.failures += 1
      rest.until = .now + .microseconds(wait.microseconds)
    case .deferred, .refused, .redirected:
      // It answers; whether it wants to rest it says itself.
      rest = Rest(until: .now + (error.pause ?? .zero))
    case .url, .secret, .message, .cancelled: return
    }
    rests[url] = rest
  }

  private func remainingRest(of url: WebhookURL) -> Span? {
    guard let until = rests[url]?.until else { return nil }
    let rest = Span(until - .now)
    return rest > .zero ? rest : nil
  }
}

extension Span {
  fileprivate init(_ duration: Duration) {
    let (seconds, attoseconds) = duration.components
    self.init(microseconds: Span.seconds(seconds).microseconds + attoseconds / 1_000_000_000_000)
  }
}
