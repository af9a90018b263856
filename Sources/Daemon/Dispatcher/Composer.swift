import Dossiers
import Foundation
import Mail
import Settings
import Store

/// Turns the notices of one recipient into one mail.
struct Composer: Sendable {
  let templates: MailTemplates
  let sender: Mailbox
  let leads: Leads
  let registry: Registry
  let broker: String
  let domain: String

  func compose(_ pending: PendingMail, at now: Instant) throws(MailError) -> MailMessage {
    let lead = pending.receiver.agency.map { leads.lead(of: $0, on: LocalDate(now), in: registry) } ?? leads.operator
    let rendered =
      pending.notices.first?.what == .deaf
      ? try templates.render("deaf", deafness(pending, at: now))
      : try templates.render("alerts", AlertValues(pending, lead: lead, registry: registry, now: now).values)
    return try MailMessage(
      from: sender, to: try Mailbox(name: lead.name, address: lead.address), subject: rendered.subject,
      text: rendered.text, html: rendered.html, id: try messageID(of: pending),
      date: Date(timeIntervalSince1970: Double(now.microseconds) / 1_000_000),
      headers: [
        try MailHeader("Auto-Submitted", "auto-generated"),
        try MailHeader("List-Id", "dossierd <alerts.\(domain)>"),
      ])
  }

  /// The same for the same notices, however often the mail is tried.
  private func messageID(of pending: PendingMail) throws(MailError) -> MessageID {
    try MessageID(
      stable: ["\(pending.id)"] + pending.notices.map { "\($0.id) \($0.alert) \($0.what.rawValue)" }, domain: domain)
  }

  private func deafness(_ pending: PendingMail, at now: Instant) -> [String: TemplateValue] {
    [
      "broker": .text(broker),
      "since": .text(pending.notices.first?.since.forPeople ?? ""),
      "hint": "Kiểm tra máy chủ RabbitMQ và đường truyền; dossierd tự nối lại.",
      "hint_en": "Look at the RabbitMQ server and the network; dossierd reconnects by itself.",
      "command": "journalctl -u dossierd",
      "sent_at": .text(now.forPeople),
    ]
  }
}
