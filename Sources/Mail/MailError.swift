/// What can go wrong between a message and its recipient.
public enum MailError: Error, Sendable, Hashable {
  /// A mail address that cannot stand.
  case address(String, reason: String)
  /// A header field that cannot stand: its name or its value holds what no header may hold.
  case header(name: String, reason: String)
  /// An attachment whose name or media type cannot stand.
  case attachment(String, reason: String)
  /// A template file that is missing or cannot be read.
  case template(file: String, reason: String)
  /// Settings of a mail server that cannot stand.
  case server(String, reason: String)
  /// The server refused this mail for good (5xx).
  case refused(code: Int, text: String)
  /// The server refused this mail for now (4xx).
  case deferred(code: Int, text: String)
  /// The server did not take our user and password, or asks for them.
  case loginRefused(server: String, code: Int, text: String)
  /// The server could not be reached, or the connection ended before the mail was handed over.
  case unreachable(server: String, reason: String)
  /// No trusted TLS connection came about; nothing was sent.
  case tls(server: String, reason: String)
  /// The whole mail was sent, and the server's answer never came: it may or may not have been taken.
  case outcomeUnknown(server: String, reason: String)
  /// The sending task was cancelled before the mail was handed over.
  case cancelled

  /// Whether sending the same mail again can never help.
  public var isPermanent: Bool {
    switch self {
    case .address, .header, .attachment, .refused: true
    case .template, .server, .deferred, .loginRefused, .unreachable, .tls, .outcomeUnknown, .cancelled: false
    }
  }

  /// Whether it is about the mail server, or about us at it, so that no other mail leaves either.
  public var isOfServer: Bool {
    switch self {
    case .server, .loginRefused, .unreachable, .tls, .outcomeUnknown: true
    case .address, .header, .attachment, .template, .refused, .deferred, .cancelled: false
    }
  }
}

extension MailError: CustomStringConvertible {
  /// A sentence that says what was expected, what was found and what to do.
  public var description: String {
    switch self {
    case .address(let text, let reason):
      "'\(text.printable)' is no mail address: \(reason); write it as lead@example.org"
    case .header(let name, let reason):
      "the header field '\(name.printable)' cannot be sent: \(reason)"
    case .attachment(let name, let reason):
      "the attachment '\(name.printable)' cannot be sent: \(reason)"
    case .template(let file, let reason):
      "the mail template \(file.printable) cannot be used: \(reason)"
    case .server(let host, let reason):
      "the mail server '\(host.printable)' cannot be used: \(reason)"
    case .refused(let code, let text):
      "the mail server refused this mail for good with \(code) \(text.printable); look at the recipient's address"
    case .deferred(let code, let text):
      "the mail server refused this mail for now with \(code) \(text.printable); it can be sent again later"
    case .loginRefused(let server, let code, let text):
      "\(server) did not let us in with \(code) \(text.printable); look at the user and the password in the configuration"
    case .unreachable(let server, let reason):
      "\(server) took no mail: \(reason.printable); it can be sent again later"
    case .tls(let server, let reason):
      "no trusted TLS connection to \(server): \(reason.printable); look at its certificate and at the CA file"
    case .outcomeUnknown(let server, let reason):
      "\(server) got the whole mail but its answer never came: \(reason.printable); send it again with the same Message-ID"
    case .cancelled:
      "sending was cancelled before the mail was handed over"
    }
  }
}
