internal import CCurl

/// How a transfer that libcurl gave up stands for the mail that it carried.
struct SMTPOutcome: Error {
  let server: String
  let failure: CurlFailure
  /// The code and text of the server's last reply; 0 where there was none.
  let code: Int
  let text: String
  /// Whether the whole mail was handed over.
  let isHandedOver: Bool
  /// Whether it went over a connection of an earlier mail.
  let wasReused: Bool

  /// The error that says so.
  ///
  /// What the server answers to a greeting, a login or STARTTLS is about us and not about this mail: it refuses no
  /// mail for good.
  var error: MailError {
    if isHandedOver { return answer ?? .outcomeUnknown(server: server, reason: failure.reason) }
    if failure.code == CURLE_ABORTED_BY_CALLBACK { return .cancelled }
    if failure.code == CURLE_LOGIN_DENIED || [530, 534, 535, 538].contains(code) {
      return .loginRefused(server: server, code: code, text: text)
    }
    if failure.isTLS { return .tls(server: server, reason: failure.reason) }
    if failure.code == CURLE_SEND_ERROR, let answer { return answer }
    return .unreachable(server: server, reason: code >= 400 ? "it said \(code) \(text)" : failure.reason)
  }

  /// Whether a connection kept from an earlier mail was simply no longer good, so that a fresh one may serve.
  var isStale: Bool {
    switch error {
    case .unreachable: wasReused && failure.code != CURLE_OPERATION_TIMEDOUT
    case .deferred(421, _): wasReused
    default: false
    }
  }

  /// Whether the server answered to this mail, so that the next one may go over the same connection.
  var isAnswered: Bool {
    switch error {
    case .deferred, .refused: true
    default: false
    }
  }

  private var answer: MailError? {
    switch code {
    case 400..<500: .deferred(code: code, text: text)
    case 500..<600: .refused(code: code, text: text)
    default: nil
    }
  }
}
