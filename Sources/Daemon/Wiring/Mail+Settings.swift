import Dossiers
public import Mail
public import Settings

extension SMTPServer {
  /// The mail server of the settings.
  /// - Throws: `MailError.server` where the host is none, or may not be spoken to unprotected.
  public init(_ settings: MailSettings) throws(MailError) {
    let security: Security =
      switch settings.security {
      case .plain: .plain
      case .starttls: .starttls
      case .tls: .tls
      }
    let login = settings.user.map { SMTPLogin(user: $0, password: settings.password?.revealed ?? "") }
    let certificate: SMTPCertificate? =
      if let file = settings.certificateFile, let key = settings.keyFile { SMTPCertificate(file: file, key: key) } else
      {
        nil
      }
    try self.init(
      host: settings.host, port: UInt16(clamping: settings.port), security: security, login: login,
      caFile: settings.caFile, certificate: certificate, allowPlain: settings.allowPlain,
      transferTimeout: .seconds(settings.timeoutSeconds))
  }
}

extension MailTemplates {
  /// The templates of the settings, among them the mails `needed`.
  /// - Throws: `MailError.template`, which names the file that cannot be used.
  public init(_ settings: Settings, needed: Set<String>) throws(MailError) {
    try self.init(directory: settings.templates, needed: needed, province: settings.province.name)
  }
}

extension Composer {
  /// A composer with the templates and the directory of the settings, and these links in its mails.
  init(_ settings: Settings, links: AcknowledgeLinks = .none) throws(MailError) {
    let sender = try Mailbox(name: settings.mail.fromName, address: settings.mail.fromAddress)
    let (directory, registry) = (settings.directory, settings.rules.registry)
    self.init(
      templates: try MailTemplates(settings, needed: Composer.needed), sender: sender,
      reader: { receiver, day in
        directory.mailbox(of: receiver, on: day, in: registry) ?? directory.leads.operator
      }, registry: registry, calendar: WorkingCalendar(settings.rules.calendar),
      broker: settings.broker.uri.description,
      domain: sender.address.split(separator: "@").last.map(String.init) ?? "localhost",
      publicURL: settings.acknowledging.publicURL,
      acknowledging: { links.link(for: $0, receiver: $1, now: $2) })
  }
}
