import Dossiers
import Mail
import Store

/// A cause that stands in for the dossiers behind it, as values of the template `alerts`.
struct CauseValues {
  /// The most dossiers that are listed behind one cause.
  static let mostBehind = 20

  let context: MailContext
  let follows: Bool
  let tellsWhy: Bool

  func values(_ notice: Notice) -> TemplateValue {
    let words = Words.cause(notice)
    let hint = Words.hint(notice.what, nil)
    let why = tellsWhy ? Words.why(notice, follows: follows) : Phrase("", "")
    let more = max(notice.behind.count - CauseValues.mostBehind, 0)
    return .table([
      "title": .text(place(notice)), "text": .text(words.vi), "text_en": .text(words.en),
      "since": .text(notice.since.forPeople), "why": .text(why.vi), "why_en": .text(why.en),
      "has_behind": .flag(!notice.behind.isEmpty), "behind_count": .number(notice.behind.count),
      "behind": .list(notice.behind.prefix(CauseValues.mostBehind).map(behind)),
      "has_behind_more": .flag(more > 0), "behind_more": .number(more),
      "hint": .text(hint.vi), "hint_en": .text(hint.en),
      "command": .text(notice.what == .calendarHorizon ? "dossierd check-config" : "dossierctl alerts"),
      "link": .text(context.links.alerts),
      "ack_link": .text(context.links.acknowledgement(of: notice)),
      "ack_command": .text(context.links.acknowledgeCommand(notice)),
    ])
  }

  /// A word about a cause that is over, or has changed.
  func note(_ notice: Notice) -> TemplateValue {
    let words = Words.over(notice, at: place(notice))
    return .table(["text": .text(words.vi), "text_en": .text(words.en)])
  }

  private func behind(_ subject: NoticeSubject) -> TemplateValue {
    .table(["subject_code": .text(subject.name), "link": .text(context.link(subject))])
  }

  /// Where it is, or what it is about.
  private func place(_ notice: Notice) -> String {
    let subject = notice.subject
    let office = subject?.office.map { context.name(of: $0).capitalizedFirst }
    let parts = [office, subject?.matter].compactMap(\.self).filter { !$0.isEmpty }
    return parts.isEmpty ? Words.state(notice.what).vi.capitalizedFirst : parts.joined(separator: ", ")
  }
}

extension String {
  /// The text with a capital letter in front.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
