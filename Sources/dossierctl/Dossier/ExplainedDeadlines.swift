import Dossiers

/// The deadlines of a dossier, each with every piece of time that counted and every one that did not.
enum ExplainedDeadlines {
  static func show(_ deadlines: [ExplainedDeadline], of code: DossierCode, _ common: CommonOptions) throws {
    guard !deadlines.isEmpty else { throw CommandError.unknown("No deadline is known of dossier \(code)") }
    var output = Output()
    for explained in deadlines {
      if common.json {
        try output.json(Line(explained))
      } else {
        try output.sentence(explained.heading)
        if let explanation = explained.explanation {
          try output.table(Table(explanation, causes: explained.deadline.basis?.causes.map(\.cause) ?? []))
        } else {
          try output.sentence("ngày do cơ quan ấn định; a day that was named, nothing is counted")
        }
        try output.sentence("")
      }
    }
    try output.flush()
  }

  private struct Line: Encodable {
    struct Pause: Encodable {
      let from: String
      let until: String?
      let vi: String
      let en: String
    }
    let clock: String
    let item: String?
    let round: Int
    let due: String?
    let last_day: String?
    let law: String?
    let policy_from: String?
    let pauses: [Pause]
    let explanation: Explanation?

    init(_ explained: ExplainedDeadline) {
      let deadline = explained.deadline
      clock = deadline.clock.rawValue
      item = deadline.item?.text
      round = deadline.round
      due = deadline.dueDate.due?.rfc3339
      last_day = deadline.dueDate.lastDay?.description
      law = deadline.basis?.law
      policy_from = deadline.basis?.edition.description
      pauses = (deadline.basis?.causes ?? []).map {
        Pause(from: $0.from.rfc3339, until: $0.until?.rfc3339, vi: $0.cause.vietnamese, en: $0.cause.english)
      }
      explanation = explained.explanation
    }
  }
}

extension ExplainedDeadline {
  /// Which deadline it is, when it is due, and by which article.
  fileprivate var heading: String {
    let due = deadline.dueDate.lastDay.map { "last day \($0)" } ?? deadline.dueDate.due.map { "due \($0.rfc3339)" }
    let parts = [
      deadline.clock.rawValue, deadline.item?.text, "round \(deadline.round)", due ?? "standing still",
      deadline.basis?.law,
    ]
    return parts.compactMap(\.self).joined(separator: ", ")
  }
}
