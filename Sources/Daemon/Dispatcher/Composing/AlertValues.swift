import Dossiers
import Mail
import Store

/// The values of the template `alerts`.
struct AlertValues {
  /// The most alerts that are told with all that is to be said of them; more are a table.
  static let mostCards = 10
  /// The most rows of the table; the attached list has all.
  static let mostRows = 50

  /// The notices, what to do first in front.
  let notices: [Notice]
  /// Those of them that are about dossiers or an item.
  let lines: [Notice]
  private let context: MailContext
  private let follows: Bool
  private let letters: LetterOffers

  init(_ pending: PendingMail, context: MailContext) {
    notices = pending.notices.sortedByUrgency(at: context.now)
    lines = notices.filter(\.isLine)
    self.context = context
    follows = pending.follows
    letters = LetterOffers(lines, context: context)
  }

  /// Whether the alerts are told in a table.
  var isTable: Bool { lines.count > AlertValues.mostCards }

  /// The drafts of letters that go with the mail.
  var attachedLetters: [LetterOffer] { letters.attached }

  /// Whether a list of all goes with the mail.
  var hasList: Bool {
    isTable || causes.count > AlertValues.mostCards || notes.count > AlertValues.mostRows
      || causes.contains { $0.hasLongTail }
  }

  private var notes: [Notice] { notices.filter { !$0.isLine && $0.section != .causes } }
  private var causes: [Notice] { notices.filter { $0.section == .causes } }

  var values: [String: TemplateValue] {
    let summary = SummaryValues(notices: notices, now: context.now)
    let concern = context.concern(of: notices)
    let why = Words.why(notices, follows: follows)
    let addressee = context.addressee.salutation
    var values: [String: TemplateValue] = [
      "agency": .text(concern.vi), "agency_en": .text(concern.en),
      "recipient": .text(addressee.vi), "recipient_en": .text(addressee.en),
      "role": .text(role.vi), "role_en": .text(role.en),
      "english_first": .flag(context.addressee.readsEnglish),
      "sent_at": .text(context.now.forPeople), "count": .number(notices.count),
      "tag": .text(summary.tag.vi), "tag_en": .text(summary.tag.en),
      "summary": .list(summary.values),
      "worst_delay": .text(summary.worst?.vi ?? ""), "worst_delay_en": .text(summary.worst?.en ?? ""),
      "reason": .text(why.vi), "reason_en": .text(why.en),
      "explain_command": "dossierctl dossier CODE --explain",
      "has_list": .flag(hasList), "list_name": .text(hasList ? AlertList.name(context) : ""),
    ]
    values.merge(parts) { $1 }
    values.merge(table) { $1 }
    values.merge(letters.values) { $1 }
    return values
  }

  private var parts: [String: TemplateValue] {
    let tellsWhy = Words.hasSeveralReasons(notices)
    let line = LineValues(context: context, follows: follows, tellsWhy: tellsWhy)
    let cause = CauseValues(context: context, follows: follows, tellsWhy: tellsWhy)
    var values: [String: TemplateValue] = [:]
    for section in MailSection.allCases where section != .causes {
      let all = lines.filter { $0.section == section }
      values["\(section.name)_count"] = .number(all.count)
      values["has_\(section.name)"] = .flag(!isTable && !all.isEmpty)
      values[section.name] = .list(isTable ? [] : all.map { line.card($0, letter: letters[$0.id]) })
    }
    let causes = causes
    values["causes"] = .list(causes.prefix(AlertValues.mostCards).map(cause.values))
    values["has_causes"] = .flag(!causes.isEmpty)
    values["causes_count"] = .number(causes.count)
    values["causes_more"] = .number(max(causes.count - AlertValues.mostCards, 0))
    values["has_causes_more"] = .flag(causes.count > AlertValues.mostCards)
    let notes = notes
    values["notes_more"] = .number(max(notes.count - AlertValues.mostRows, 0))
    values["has_notes_more"] = .flag(notes.count > AlertValues.mostRows)
    values["notes"] = .list(notes.prefix(AlertValues.mostRows).map(cause.note))
    values["has_notes"] = .flag(!notes.isEmpty)
    return values
  }

  private var table: [String: TemplateValue] {
    let shown = isTable ? lines.prefix(AlertValues.mostRows) : []
    let line = LineValues(context: context, follows: follows, tellsWhy: Words.hasSeveralReasons(notices))
    var previous: MailSection?
    let rows = shown.enumerated().map { index, notice in
      let section = notice.section
      defer { previous = section }
      let heading = section == previous ? nil : (section, count: lines.lazy.filter { $0.section == section }.count)
      return line.row(notice, number: index + 1, heading: heading)
    }
    let more = isTable ? lines.count - shown.count : 0
    return [
      "has_rows": .flag(!rows.isEmpty), "rows": .list(rows), "has_more": .flag(more > 0), "more": .number(more),
    ]
  }

  private var role: Phrase {
    let role = Words.role(context.receiver.audience)
    guard let agency = context.agency else { return role }
    return Phrase("\(role.vi) \(context.name(of: agency))", "\(role.en), \(context.name(of: agency))")
  }
}

extension Notice {
  /// Whether more stand behind it than a mail lists.
  fileprivate var hasLongTail: Bool { behind.count > CauseValues.mostBehind }
}
