import Dossiers
import Mail

/// Why a deadline is due when it is, as values of the template `alerts`.
struct ExplanationValues {
  /// None where nothing is to be explained; the values are then there and empty.
  let explained: ExplainedDeadline?

  var values: [String: TemplateValue] {
    let pieces = lines
    let total = total
    let law = explained?.deadline.basis?.law ?? ""
    let vietnameseLaw = Citation.vietnamese(law)
    return [
      "has_pieces": .flag(!pieces.isEmpty), "pieces": .list(pieces),
      "term_law": .text(vietnameseLaw), "term_law_en": .text(vietnameseLaw == law ? "" : law),
      "total": .text(total.vi), "total_en": .text(total.en),
      "moves": .list((explained?.history ?? []).map(move)),
    ]
  }

  private var lines: [TemplateValue] {
    guard let explained else { return [] }
    if let date = explained.givenDate { return [given(date, explained.deadline)] }
    return explained.explanation.map { Stretch.all(of: $0).map { line($0, explained) } } ?? []
  }

  private func line(_ stretch: Stretch, _ explained: ExplainedDeadline) -> TemplateValue {
    var words = Phrase(explained.vietnamese(stretch.why), explained.english(stretch.why))
    if stretch.spansClosing {
      words = Phrase("\(words.vi) trong giờ làm việc", "\(words.en) in opening hours")
    }
    if let amount = Words.amount(stretch.used) {
      words = Phrase("\(words.vi), \(amount.vi)", "\(words.en), \(amount.en)")
    }
    // The article that sets the term stands above the list.
    let law = stretch.why.isCounted ? nil : explained.law(stretch.why)
    return line(from: stretch.from, until: stretch.until, words, mark: stretch.why.mark, law: law)
  }

  private func given(_ date: LocalDate, _ deadline: Deadline) -> TemplateValue {
    line(
      from: deadline.started, until: deadline.dueDate.due,
      Phrase(
        "thời hạn đến ngày đã định \(date.forPeople), không đếm từng phần",
        "the term runs until the given date \(date.forPeople); nothing is counted"), mark: .counted, law: nil)
  }

  private func line(from: Instant, until: Instant?, _ words: Phrase, mark: Mark, law: String?) -> TemplateValue {
    .table([
      "mark": .text(mark.rawValue), "is_paused": .flag(mark == .paused),
      "when": .text(Words.stretch(from: from, until: until)),
      "why": .text(words.vi), "why_en": .text(words.en),
      "law": .text(Citation.vietnamese(law ?? "")), "law_en": .text(law ?? ""),
    ])
  }

  private var total: Phrase {
    guard let explanation = explained?.explanation, let amount = Words.amount(explanation.used) else {
      return Phrase("", "")
    }
    return switch explanation.allowance {
    case .workingDays, .workingHours: Phrase("\(amount.vi) làm việc", "\(amount.en) of working time")
    case .days, .hours: amount
    }
  }

  private func move(_ move: CalendarMove) -> TemplateValue {
    let (before, after) = (Words.due(move.before), Words.due(move.after))
    return .table([
      "text": .text(
        "Lịch làm việc mới, ghi nhận lúc \(move.recorded.forPeople), dời hạn từ \(before.vi) sang \(after.vi)."),
      "text_en": .text(
        "A new calendar, recorded at \(move.recorded.forPeople), moved it from \(before.en) to \(after.en)."),
    ])
  }
}

/// What tells a pause from time that the calendar or the law leaves out.
private enum Mark: String {
  case counted = "+"
  case paused = "‖"
  case leftOut = "-"
}

extension Why {
  fileprivate var mark: Mark {
    switch self {
    case .counted: .counted
    case .paused: .paused
    case .closed, .rule: .leftOut
    }
  }
}
