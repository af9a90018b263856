import Dossiers

extension Output {
  /// Says why a deadline is due when it is: a heading, its pieces, and where a changed calendar moved it.
  mutating func explain(_ explained: ExplainedDeadline) throws {
    try sentence("")
    try sentence(explained.deadline.heading)
    if let date = explained.givenDate {
      try sentence(
        "Thời hạn đến ngày đã định \(date), không đếm từng phần. / The term runs until the given date \(date); it has "
          + "no pieces.")
    } else if let explanation = explained.explanation {
      try table(Table(explanation, of: explained))
    }
    for move in explained.history {
      try sentence(
        "Lịch mới ghi nhận lúc \(move.recorded.rfc3339) dời hạn từ \(move.before.words) sang \(move.after.words). / "
          + "The calendar recorded then moved the due date.")
    }
  }
}

extension DueDate {
  /// The due instant, or that there is none, for people.
  fileprivate var words: String { due?.rfc3339 ?? "chưa xác định / none yet" }
}

extension Deadline {
  /// Which deadline it is, when it is due, and by which article of which edition of the policy.
  fileprivate var heading: String {
    let due = dueDate.lastDay.map { "ngày cuối / last day \($0)" } ?? "đến hạn / due \(dueDate.words)"
    let parts = [
      clock.rawValue, item?.text, "lần \(round) / round \(round)", due + provisionalMark,
      basis?.law.map(inBothLanguages),
      basis.map { "chính sách từ / policy from \($0.edition)" },
    ]
    return parts.compactMap(\.self).joined(separator: ", ")
  }

  private func inBothLanguages(_ law: String) -> String {
    let vietnamese = Citation.vietnamese(law)
    return vietnamese == law ? law : "\(vietnamese) / \(law)"
  }

  /// What stands behind a due date that may still move.
  var provisionalMark: String { isProvisional ? " (tạm tính / provisional)" : "" }
}
