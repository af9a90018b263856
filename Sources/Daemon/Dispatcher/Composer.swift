import Dossiers
import Foundation
import Mail
import Settings
import Store

/// Turns what waits for one receiver into one mail.
struct Composer: Sendable {
  /// The mails that the templates must hold.
  static let needed: Set<String> = ["alerts", "apology", "deaf", "digest"]

  let templates: MailTemplates
  let sender: Mailbox
  /// Who is mailed as a receiver on a day.
  let reader: @Sendable (ReceiverID, LocalDate) -> Lead
  let registry: Registry
  let calendar: WorkingCalendar
  let broker: String
  let domain: String
  /// Where the pages are reached from outside, such as `https://hoso.example.org`; nil where they are not.
  var publicURL: String?
  /// The page at which a receiver acknowledges what a notice tells; nil where there is none.
  var acknowledging: @Sendable (Notice, ReceiverID, Instant) -> String? = { _, _, _ in nil }

  func compose(_ pending: PendingMail, at now: Instant) throws(MailError) -> MailMessage {
    let context = context(of: pending.receiver, at: now)
    let draft = try Draft(pending, templates, context: context, broker: broker)
    let thread = try pending.thread(domain: domain)
    let lead = context.addressee.lead
    return try MailMessage(
      from: sender, to: try Mailbox(name: lead.name, address: lead.address), subject: draft.rendered.subject,
      text: draft.rendered.text, html: draft.rendered.html, attachments: draft.attachments,
      id: try pending.messageID(domain: domain),
      date: Date(timeIntervalSince1970: Double(now.microseconds) / 1_000_000),
      inReplyTo: thread, references: [thread],
      headers: [
        // RFC 3834, RFC 2919; the other two are what servers go by that know neither.
        try MailHeader("Auto-Submitted", "auto-generated"),
        try MailHeader("List-Id", "dossierd <alerts.\(domain)>"),
        try MailHeader("Precedence", "bulk"),
        try MailHeader("X-Auto-Response-Suppress", "All"),
      ])
  }

  /// What is known of a receiver and his mails at `now`.
  func context(of receiver: ReceiverID, at now: Instant) -> MailContext {
    MailContext(
      receiver: receiver, addressee: addressee(of: receiver, on: LocalDate(now)), registry: registry,
      calendar: calendar,
      links: Links(publicURL: publicURL) { [acknowledging] in acknowledging($0, receiver, now) }, now: now)
  }

  /// Who reads the mails to `receiver` on `day`.
  private func addressee(of receiver: ReceiverID, on day: LocalDate) -> Addressee {
    let lead = reader(receiver, day)
    return Addressee(lead, inPlaceOf: lead.inPlaceOf)
  }
}
