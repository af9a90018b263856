internal import CCurl

/// Posts messages to webhooks, one after the other, over connections that it keeps.
///
/// It runs on a thread of its own, which libcurl blocks while it waits for the receiver. Cancelling the task that sends
/// ends a request within about a second. No redirect is followed, and no proxy of the environment is taken.
public actor WebhookClient {
  private nonisolated let executor = QueueExecutor(label: "webhook")
  private let handle: CurlHandle
  private let agent: String
  private let limits: WebhookLimits

  /// The thread that the client runs on.
  public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// A client of dossierd's `version`, by which it names itself.
  /// - Throws: `WebhookError.unreachable` where libcurl cannot start.
  public init(version: String, limits: WebhookLimits = WebhookLimits()) throws(WebhookError) {
    do { handle = try CurlHandle(server: "webhook") } catch {
      throw .unreachable(server: "webhook", reason: "libcurl could not start, probably for want of memory")
    }
    agent = "dossierd/\(version.printable)"
    self.limits = limits
  }

  /// Posts `message` to `webhook`, and returns the answer by which the receiver took it (2xx).
  /// - Throws: `WebhookError`, whose case says whether it was refused, may be sent again, or may have been taken.
  public func post(_ message: WebhookMessage, to webhook: WebhookEndpoint) throws(WebhookError) -> WebhookReply {
    if Task.isCancelled { throw .cancelled }
    let exchange = WebhookExchange()
    let place = webhook.url.place
    do throws(CurlFailure) {
      try handle.post(message, to: webhook, as: agent, within: limits, exchange)
    } catch {
      // Whatever became of the body: an answer whose status came whole is an answer.
      if exchange.code == 0 { throw failure(error, at: place) }
    }
    switch exchange.code {
    case 200..<300: return WebhookReply(code: exchange.code, text: exchange.text)
    case 300..<400: throw .redirected(server: place, code: exchange.code)
    case 408, 425, 429, 500..<600:
      throw .deferred(server: place, code: exchange.code, text: exchange.text, after: handle.retryAfter)
    case 400..<500: throw .refused(server: place, code: exchange.code, text: exchange.text)
    default: throw .unanswered(server: place, reason: "expected a status of HTTP, found \(exchange.code)")
    }
  }

  private func failure(_ failure: CurlFailure, at place: String) -> WebhookError {
    if failure.code == CURLE_ABORTED_BY_CALLBACK { return .cancelled }
    if failure.isTLS { return .tls(server: place, reason: failure.reason) }
    return handle.hasSent
      ? .unanswered(server: place, reason: failure.reason) : .unreachable(server: place, reason: failure.reason)
  }
}
