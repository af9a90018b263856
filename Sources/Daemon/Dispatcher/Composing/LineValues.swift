import Dossiers
import Mail
import Store

/// One alert about dossiers or an item as values of the templates: as a card, or as a row of a table.
struct LineValues {
  let context: MailContext
  /// Whether mails of the group went out before.
  let follows: Bool
  /// Whether each line says why it is told: where the reason of the whole mail does not say it already.
  let tellsWhy: Bool

  /// The alert with all that is to be said of it.
  func card(_ notice: Notice, letter: LetterOffer? = nil) -> TemplateValue {
    guard let subject = notice.subject else { return .table([:]) }
    let why = tellsWhy ? Words.why(notice, follows: follows) : Phrase("", "")
    let own: [String: TemplateValue] = [
      "why": .text(why.vi), "why_en": .text(why.en),
      "procedure": .text(procedure(subject)),
      "has_dossiers": .flag(subject.dossiers.count > 1),
      "dossiers": .list(subject.dossiers.prefix(20).map { .text($0.text) }),
      "dossiers_more": .number(max(subject.dossiers.count - 20, 0)),
      "has_dossiers_more": .flag(subject.dossiers.count > 20),
      "has_items": .flag(subject.item != nil), "items": .list(subject.item.map { [.text($0.text)] } ?? []),
      "since": .text(notice.since.forPeople),
      "last_seen": .text(subject.lastSeen.map(sighting) ?? ""),
      "office": .text(subject.office.map { context.name(of: $0) } ?? ""),
      "letter": .text(letter?.words.vi ?? ""), "letter_en": .text(letter?.words.en ?? ""),
      "ack_command": .text(context.links.acknowledgeCommand(notice)), "command": .text(context.command(subject)),
      "link": .text(context.link(subject)),
    ]
    let explanation = ExplanationValues(explained: notice.explained).values
    return .table(own.merging(common(notice, subject)) { own, _ in own }.merging(explanation) { own, _ in own })
  }

  /// The alert in few words; `section` where it is the first of its part of the table.
  func row(_ notice: Notice, number: Int, heading section: (MailSection, count: Int)?) -> TemplateValue {
    guard let subject = notice.subject else { return .table([:]) }
    let tag = tellsWhy ? tag(notice) : Phrase("", "")
    let own: [String: TemplateValue] = [
      "number": .number(number), "tag": .text(tag.vi), "tag_en": .text(tag.en),
      "others": .number(subject.dossiers.count - 1), "has_others": .flag(subject.dossiers.count > 1),
      "heading": .text(section?.0.heading.vi ?? ""), "heading_en": .text(section?.0.heading.en ?? ""),
      "heading_count": .number(section?.count ?? 0), "link": .text(context.link(subject)),
    ]
    return .table(own.merging(common(notice, subject)) { own, _ in own })
  }

  private func common(_ notice: Notice, _ subject: NoticeSubject) -> [String: TemplateValue] {
    let clock = subject.clock.map(Words.clock) ?? Words.mishap(notice.what)
    let delay = Words.delay(notice, now: context.now)
    let hint = context.hint(notice.what, subject)
    let stage = stage(subject)
    let origin = subject.origin.flatMap { $0 == context.agency ? nil : context.name(of: $0) }
    return [
      "subject_code": .text(subject.name),
      "clock": .text(clock.vi), "clock_en": .text(clock.en),
      "delay": .text(delay.vi), "delay_en": .text(delay.en), "tone": .text(notice.section.tone),
      "agency": .text(origin ?? ""),
      "last_day": .text(subject.lastDay?.forPeople ?? ""),
      "due": .text(subject.lastDay == nil ? subject.due?.forPeople ?? "" : ""),
      "is_provisional": .flag(subject.isProvisional),
      "stage": .text(stage.vi), "stage_en": .text(stage.en),
      "hint": .text(hint.vi), "hint_en": .text(hint.en),
      "ack_link": .text(context.links.acknowledgement(of: notice)),
    ]
  }

  private func procedure(_ subject: NoticeSubject) -> String {
    subject.procedure.flatMap { context.registry.procedures[$0]?.name } ?? ""
  }

  private func stage(_ subject: NoticeSubject) -> Phrase {
    subject.dossierStage.map(Words.stage) ?? subject.shipmentStage.map(Words.stage) ?? Phrase("", "")
  }

  /// A mark beside what is not told for the first time, or is new among others.
  private func tag(_ notice: Notice) -> Phrase {
    let isPlain = notice.what.isFollowUp || (notice.reason == .first && !follows)
    return isPlain ? Phrase("", "") : Words.whyInShort(notice, follows: follows)
  }

  private func sighting(_ seen: Shipment.Sighting) -> String {
    "\(context.name(of: seen.office)), \(seen.time.forPeople)"
  }
}

extension NoticeSubject {
  /// What people find it by: the dossier, or the item where it has none.
  var name: String { dossiers.first?.text ?? item?.text ?? "" }
}
