/// What can go wrong between a message and the receiver of a webhook.
public enum WebhookError: Error, Sendable, Hashable {
  /// An address that cannot stand.
  case url(reason: String)
  /// A secret that cannot stand.
  case secret(reason: String)
  /// A message that cannot be sent.
  case message(reason: String)
  /// The receiver refused this message for good (4xx).
  case refused(server: String, code: Int, text: String)
  /// The receiver takes the message later (5xx, 408, 425, 429), after so long where it said so.
  case deferred(server: String, code: Int, text: String, after: Duration?)
  /// The receiver says that it is elsewhere (3xx).
  case redirected(server: String, code: Int)
  /// The receiver could not be reached; nothing was sent.
  case unreachable(server: String, reason: String)
  /// No trusted TLS connection came about; nothing was sent.
  case tls(server: String, reason: String)
  /// The message was sent, at least in part, and no answer came: it may or may not have been taken.
  case unanswered(server: String, reason: String)
  /// The sending task was cancelled before an answer came.
  case cancelled

  /// Whether sending the same message again can never help.
  public var isPermanent: Bool {
    switch self {
    case .url, .secret, .message, .refused: true
    case .redirected(_, let code): code == 301 || code == 308
    case .deferred, .unreachable, .tls, .unanswered, .cancelled: false
    }
  }

  /// How long the receiver wants to be left alone, where it said so: an hour at most.
  public var pause: Duration? {
    if case .deferred(_, _, _, let after) = self { after.map { min($0, .seconds(3600)) } } else { nil }
  }
}

extension WebhookError: CustomStringConvertible {
  /// A sentence that says what was expected, what was found and what to do.
  public var description: String {
    switch self {
    case .url(let reason):
      "the webhook's address cannot be used: \(reason.printable)"
    case .secret(let reason):
      "the webhook's secret cannot be used: \(reason); make one with `echo whsec_$(openssl rand -base64 32)`"
    case .message(let reason):
      "the message cannot be sent to a webhook: \(reason)"
    case .refused(let server, let code, let text):
      "\(server) refused this message for good with \(answer(code, text)); look at the webhook's address and secret there"
    case .deferred(let server, let code, let text, let after):
      "\(server) takes this message later, by its \(answer(code, text)); it is sent again\(after.map { ", in \($0) or more" } ?? "")"
    case .redirected(let server, let code):
      "\(server) is elsewhere by its \(code), which is not followed; write the new address in the configuration"
    case .unreachable(let server, let reason):
      "\(server) took no message: \(reason.printable); it can be sent again later"
    case .tls(let server, let reason):
      "no trusted TLS connection to \(server): \(reason.printable); look at its certificate and at the CA file"
    case .unanswered(let server, let reason):
      "\(server) got the message but its answer never came: \(reason.printable); send it again with the same webhook-id"
    case .cancelled:
      "sending was cancelled before the webhook answered"
    }
  }

  private func answer(_ code: Int, _ text: String) -> String {
    text.isEmpty ? "\(code)" : "\(code) '\(text.printable)'"
  }
}
