import Dossiers

extension Table {
  /// The pieces of an explanation, a row each.
  init(_ explanation: Explanation) {
    self.init(
      explanation, vietnamese: { $0.vietnamese }, english: { $0.english }, law: { $0.law })
  }

  /// The pieces of a deadline's explanation, each pause by its cause.
  init(_ explanation: Explanation, of deadline: ExplainedDeadline) {
    self.init(
      explanation, vietnamese: { deadline.vietnamese($0) }, english: { deadline.english($0) },
      law: { deadline.law($0) })
  }

  private init(
    _ explanation: Explanation, vietnamese: (Why) -> String, english: (Why) -> String, law: (Why) -> String?
  ) {
    self.init("from", "to", "used", "vì sao", "căn cứ", "why", "law")
    for piece in explanation.pieces {
      let law = law(piece.why) ?? ""
      add(
        piece.from.exactRFC3339, piece.until?.exactRFC3339 ?? "open", piece.used.words, vietnamese(piece.why),
        Citation.vietnamese(law), english(piece.why), law)
    }
    add("", explanation.dueDate.due?.exactRFC3339 ?? "never", explanation.used.words, "tổng cộng", "", "in all", "")
  }
}

extension Explanation.Amount {
  /// The amount with its unit, or nothing where it is none.
  fileprivate var words: String {
    switch self {
    case .time(let span):
      let minutes = span.seconds / 60
      return span == .zero
        ? "" : "\(minutes / 60) h \(minutes % 60) min" + (span.seconds % 60 == 0 ? "" : " \(span.seconds % 60) s")
    case .days(let millionths):
      let number = millionths % 1_000_000 == 0 ? "\(millionths / 1_000_000)" : "\(Double(millionths) / 1_000_000)"
      return millionths == 0 ? "" : "\(number) d"
    }
  }
}
