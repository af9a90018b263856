import Dossiers
import Mail
import Store

/// The values of the template `digest`.
struct DigestValues {
  /// The most rows of each part; the attached list has all.
  static let mostRows = 30

  let digest: Digest
  let context: MailContext

  private let overdue: [Notice]
  private let dueSoon: [Notice]

  init(_ digest: Digest, context: MailContext) {
    self.digest = digest
    self.context = context
    // A digest says how things stand; what was told before, and why, is the matter of other mails.
    overdue = digest.overdue.compactMap(Notice.init).sortedByUrgency(at: context.now)
    dueSoon = digest.dueSoon.compactMap(Notice.init).sortedByUrgency(at: context.now)
  }

  /// Whether a list of all goes with the mail.
  var hasList: Bool { overdue.count + dueSoon.count + digest.delivered.count > AlertValues.mostCards }

  var list: AlertList {
    var list = AlertList(context, follows: false)
    for notice in overdue + dueSoon { list.add(notice) }
    for delivery in digest.delivered { list.add(delivery) }
    return list
  }

  var values: [String: TemplateValue] {
    let concern = context.concern(of: overdue + dueSoon)
    let addressee = context.addressee.salutation
    let summary = SummaryValues(notices: overdue + dueSoon, now: context.now)
    var values: [String: TemplateValue] = [
      "agency": .text(concern.vi), "agency_en": .text(concern.en),
      "recipient": .text(addressee.vi), "recipient_en": .text(addressee.en),
      "english_first": .flag(context.addressee.readsEnglish),
      "date": .text(context.today.forPeople), "sent_at": .text(context.now.forPeople),
      "since": .text(digest.since.forPeople), "until": .text(digest.until.forPeople),
      "summary": .list(counts(summary)),
      "worst_delay": .text(summary.worst?.vi ?? ""), "worst_delay_en": .text(summary.worst?.en ?? ""),
      "is_empty": .flag(digest.isEmpty),
      "explain_command": "dossierctl dossier CODE --explain",
      "has_list": .flag(hasList), "list_name": .text(hasList ? AlertList.name(context) : ""),
      "command": "dossierctl alerts", "link": .text(context.links.alerts),
    ]
    part("overdue", overdue, &values)
    part("due_soon", dueSoon, &values)
    let shown = digest.delivered.prefix(DigestValues.mostRows)
    more("delivered", digest.delivered.count, shown: shown.count, &values)
    values["delivered"] = .list(shown.map(delivery))
    return values
  }

  private func counts(_ summary: SummaryValues) -> [TemplateValue] {
    guard !digest.delivered.isEmpty else { return summary.values }
    let count = digest.delivered.count
    return summary.values + [.table(["text": .text("\(count) đã phát"), "text_en": .text("\(count) delivered")])]
  }

  private func part(_ name: String, _ notices: [Notice], _ values: inout [String: TemplateValue]) {
    let line = LineValues(context: context, follows: false, tellsWhy: false)
    let shown = notices.prefix(DigestValues.mostRows)
    values[name] = .list(shown.enumerated().map { line.row($1, number: $0 + 1, heading: nil) })
    more(name, notices.count, shown: shown.count, &values)
  }

  private func more(_ name: String, _ count: Int, shown: Int, _ values: inout [String: TemplateValue]) {
    values["has_\(name)"] = .flag(count > 0)
    values["\(name)_count"] = .number(count)
    values["has_\(name)_more"] = .flag(count > shown)
    values["\(name)_more"] = .number(count - shown)
  }

  private func delivery(_ delivery: Digest.Delivery) -> TemplateValue {
    .table([
      "subject_code": .text(delivery.dossiers.first?.text ?? delivery.item.text), "item": .text(delivery.item.text),
      "others": .number(delivery.dossiers.count - 1), "has_others": .flag(delivery.dossiers.count > 1),
      "when": .text(delivery.time.forPeople),
      "link": .text(delivery.dossiers.first.map(context.links.dossier) ?? ""),
    ])
  }
}

extension Notice {
  /// The alert of a list, as it is told; nil where its kind is none that is told.
  init?(_ line: AlertLine) {
    guard let what = What(rawValue: line.kind) else { return nil }
    self.init(id: line.id, alert: line.id, what: what, subject: line.subject, explained: nil, since: line.since)
  }
}
