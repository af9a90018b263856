public import Dossiers
import Foundation
public import Mail
public import Settings
import Store

/// Renders the mails of the configured templates, and sends none.
public struct MailPreview: Sendable {
  let composer: Composer
  let rules: RuleSet

  /// A preview by these settings.
  /// - Throws: `MailError` where the templates or the sender cannot stand.
  public init(_ settings: Settings) throws(MailError) {
    composer = try Composer(settings)
    rules = settings.rules
  }

  /// A mail with made-up data.
  /// - Throws: `MailError` where it cannot be rendered.
  public func mail(_ sample: MailSample, at now: Instant) throws(MailError) -> PreviewedMail {
    let maker = SampleMaker(rules, now: now)
    if sample == .apology { return try letter(maker.apology, receiver: maker.receiver, at: now) }
    return try mail(maker.pending(sample), at: now)
  }

  /// The mail of `sample`'s kind with what is known of a dossier; nil where there is nothing to tell.
  /// - Throws: `MailError` where it cannot be rendered.
  public func mail(
    _ sample: MailSample, of dossier: PreviewedDossier, at now: Instant
  ) throws(MailError) -> PreviewedMail? {
    let receiver = ReceiverID(.lead, agency: dossier.report.report.agency)
    switch sample {
    case .apology:
      return try dossier.apology.map { (subject) throws(MailError) in
        try letter(subject, receiver: receiver, at: now)
      }
    case .digest:
      let digest = dossier.digest(at: now)
      return try mail(
        PendingMail(id: 1, receiver: receiver, group: "digest", notices: [], digest: digest, attempts: 0), at: now)
    default:
      let notices = dossier.notices(at: now)
      guard !notices.isEmpty else { return nil }
      return try mail(
        PendingMail(id: 1, receiver: receiver, group: "preview", notices: notices, attempts: 0), at: now)
    }
  }

  private func mail(_ pending: PendingMail, at now: Instant) throws(MailError) -> PreviewedMail {
    let draft = try Draft(
      pending, composer.templates, context: composer.context(of: pending.receiver, at: now), broker: composer.broker)
    return PreviewedMail(
      subject: draft.rendered.subject, text: draft.rendered.text, html: draft.rendered.html,
      message: try composer.compose(pending, at: now).serialized(),
      attachments: draft.attachments.map { ($0.name, $0.bytes) })
  }

  private func letter(
    _ subject: NoticeSubject, receiver: ReceiverID, at now: Instant
  ) throws(MailError) -> PreviewedMail {
    let context = composer.context(of: receiver, at: now)
    guard let dossier = subject.dossiers.first else {
      throw .template(file: "apology", reason: "the letter needs a dossier")
    }
    let apology = Apology(dossier: dossier, subject: subject, context: context)
    let rendered = try composer.templates.render("apology", apology.values)
    let lead = context.addressee.lead
    let message = try MailMessage(
      from: composer.sender, to: try Mailbox(name: lead.name, address: lead.address), subject: rendered.subject,
      text: rendered.text, html: rendered.html,
      id: try MessageID(stable: ["apology", dossier.text, "\(now.microseconds)"], domain: composer.domain),
      date: Date(timeIntervalSince1970: Double(now.microseconds) / 1_000_000))
    return PreviewedMail(
      subject: rendered.subject, text: rendered.text, html: rendered.html, message: message.serialized(),
      attachments: [(apology.fileName, Array(rendered.html.utf8))])
  }
}
