import Dossiers

extension Output {
  /// Says why a deadline is due when it is: a heading, its pieces, and where a changed calendar moved it.
  mutating func explain(_ explained: ExplainedDeadline) throws {
    let deadline = explained.deadline
    let item = deadline.item.map { " \($0.text)" } ?? ""
    let law = deadline.basis?.law.map { "; \($0)" } ?? ""
    try sentence("")
    try sentence(
      "\(deadline.clock.rawValue)\(item), lần \(deadline.round) / round \(deadline.round)\(law); "
        + "đến hạn / due \(deadline.dueDate.words)\(deadline.provisionalMark)")
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
  /// What stands behind a due date that may still move.
  var provisionalMark: String { isProvisional ? " (tạm tính / provisional)" : "" }
}
