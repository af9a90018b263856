/// How mail leaves.
public struct MailSettings: Sendable, Hashable {
  /// What protects the connection to the mail server.
  public enum Security: String, Sendable, Hashable, CaseIterable {
    /// Nothing.
    case plain
    /// TLS begun within the connection, and no mail without it (RFC 3207).
    case starttls
    /// TLS from the first byte (RFC 8314).
    case tls

    /// The port that is usual with it.
    var port: Int {
      switch self {
      case .plain: 25
      case .starttls: 587
      case .tls: 465
      }
    }
  }

  /// The mail server's host name or address.
  public let host: String
  /// Its TCP port.
  public let port: Int
  /// What protects the connection.
  public let security: Security
  /// Who we are to the server, where it asks.
  public let user: String?
  /// The user's password, from `password-file` or the variable `DOSSIERD_SMTP_PASSWORD`.
  public let password: Secret?
  /// The authorities that the server's certificate is checked against, in PEM; nil for the system's.
  public let caFile: String?
  /// Our certificate in PEM, where the mail server asks for one.
  public let certificateFile: String?
  /// Our certificate's key in PEM.
  public let keyFile: String?
  /// The name that stands as the sender.
  public let fromName: String
  /// The address that stands as the sender.
  public let fromAddress: String
  /// How long one mail may take.
  public let timeoutSeconds: Int
  /// Whether mails may cross a network unprotected.
  public let allowPlain: Bool
  /// The pause before a mail is tried again for the first time; it doubles from try to try.
  public let retryFirstSeconds: Int
  /// The longest pause between two tries.
  public let retryMaxSeconds: Int

  init(_ section: Section, folder: String, password secret: String?) {
    host = section["host"]?.host() ?? "localhost"
    security = section["security"]?.choice() ?? .plain
    port = section["port"]?.integer(1...65_535) ?? security.port
    user = section["user"]?.words("the user's name at the mail server")
    let file = section.path("password-file", in: folder)
    password = secret.map(Secret.init) ?? file.flatMap(SecretFile.read)
    caFile = section.path("ca-file", in: folder)?.existing()
    (certificateFile, keyFile) = section.certificate(in: folder)
    fromName = section["from-name"]?.text ?? "Giám sát hồ sơ bưu chính"
    fromAddress = section["from-address"]?.mailAddress() ?? "dossierd@localhost"
    timeoutSeconds = section["timeout-seconds"]?.integer(1...3600) ?? 60
    allowPlain = section["allow-plain"]?.boolean() ?? false
    retryFirstSeconds = section["retry-first-seconds"]?.integer(1...86_400) ?? 30
    retryMaxSeconds = section["retry-max-seconds"]?.integer(1...604_800) ?? 3600
    check(section, hasPassword: secret != nil || file != nil)
  }

  private func check(_ section: Section, hasPassword: Bool) {
    let isElsewhere = !Endpoint(host: host, port: port).isLoopback
    if isElsewhere, MailDomain(of: fromAddress).isReserved {
      section.problems.warn(
        section.place(of: "from-address"), "mails come from \(fromAddress), which is no address elsewhere",
        advice: "set 'from-address' to one that the mail server takes, and that somebody reads")
    }
    if security == .plain, isElsewhere {
      section.problems.checkPlain(
        section.place(of: "host"), isAllowed: allowPlain,
        expected: "starttls or tls to a mail server on another machine", found: "plain to \(host)",
        advice: "set 'security'")
    }
    if (user == nil) == hasPassword {
      section.problems.error(
        section.place, expected: "both 'user' and 'password-file', or neither", found: "one of them",
        advice: "add the other")
    }
    if retryMaxSeconds < retryFirstSeconds {
      section.problems.error(
        section.place(of: "retry-max-seconds", "retry-first-seconds"),
        expected: "a longest pause of at least the first, \(retryFirstSeconds)", found: "\(retryMaxSeconds)",
        advice: "raise 'retry-max-seconds' or lower 'retry-first-seconds'")
    }
  }
}
