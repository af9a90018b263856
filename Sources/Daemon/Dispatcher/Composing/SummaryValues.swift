import Dossiers
import Mail
import Store

/// What a mail comes to in one line: how many of what, and how late the worst.
struct SummaryValues {
  let notices: [Notice]
  let now: Instant

  /// The counts, in both languages, for the subject and the heading.
  var values: [TemplateValue] {
    parts.map { .table(["text": .text($0.vi), "text_en": .text($0.en)]) }
  }

  /// The longest delay; nothing where nothing is missed.
  var worst: Phrase? {
    notices.lazy.filter { $0.what == .breach }.map { $0.delay(at: now) }.max().map(Words.length)
  }

  /// What stands before all else: that it was escalated, or told before.
  var tag: Phrase {
    if notices.contains(where: { $0.reason == .escalated && !$0.what.isFollowUp }) {
      return Phrase("Chuyển cấp", "Escalated")
    }
    let repeats = notices.allSatisfy { ($0.reason == .again || $0.reason == .reminder) && !$0.what.isFollowUp }
    return repeats && !notices.isEmpty ? Phrase("Nhắc lại", "Reminder") : Phrase("", "")
  }

  private var parts: [Phrase] {
    if notices.count == 1, let cause = notices.first, cause.section == .causes {
      let words = Words.causeInShort(cause)
      guard !cause.behind.isEmpty else { return [words] }
      let count = cause.behind.count
      return [
        words, Phrase("\(count) hồ sơ phía sau", count == 1 ? "1 dossier behind it" : "\(count) dossiers behind it"),
      ]
    }
    var counts: [MailSection: Int] = [:]
    var causes: [Notice.What: Int] = [:]
    for notice in notices {
      counts[notice.section, default: 0] += 1
      if notice.section == .causes { causes[notice.what, default: 0] += 1 }
    }
    var parts = Notice.What.allCases.compactMap { what in causes[what].map { Words.causes(what, $0) } }
    if let count = counts[.breaches] {
      let worst = worst.map { Phrase(" (nặng nhất \($0.vi))", " (worst \($0.en))") } ?? Phrase("", "")
      parts.append(Phrase("\(count) quá hạn\(worst.vi)", "\(count) overdue\(worst.en)"))
    }
    if let count = counts[.lost] { parts.append(Phrase("\(count) thất lạc, hư hỏng", "\(count) lost or damaged")) }
    if let count = counts[.warnings] { parts.append(Phrase("\(count) sắp quá hạn", "\(count) due soon")) }
    let updates = [MailSection.changed, .resolved, .retracted, .cancelled].reduce(0) { $0 + (counts[$1] ?? 0) }
    if updates > 0 { parts.append(Phrase("\(updates) cập nhật", updates == 1 ? "1 update" : "\(updates) updates")) }
    return parts
  }
}
