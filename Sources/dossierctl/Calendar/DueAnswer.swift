import Dossiers

/// When a term that starts at an instant ends.
struct DueAnswer: Encodable {
  let start: Instant
  let dueDate: DueDate

  private enum CodingKeys: String, CodingKey {
    case start, due
    case lastDay = "last_day"
  }

  /// Writes every member, `null` where there is nothing to say.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(start.exactRFC3339, forKey: .start)
    try container.encode(dueDate.due?.exactRFC3339, forKey: .due)
    try container.encode(dueDate.lastDay, forKey: .lastDay)
  }
}

/// Answers on their way out: JSON as they come, a table at the end.
struct DueAnswers: ~Copyable {
  let isJSON: Bool
  private var output = Output()
  private var table = Table("start", "due", "last day")

  init(isJSON: Bool) {
    self.isJSON = isJSON
  }

  mutating func add(_ answer: DueAnswer) throws {
    if isJSON { return try output.json(answer) }
    table.add(
      answer.start.exactRFC3339, answer.dueDate.due?.exactRFC3339 ?? "never",
      answer.dueDate.lastDay?.description ?? "")
  }

  /// Lets out what can be said already.
  mutating func leave() throws(CommandError) {
    try output.flush()
  }

  mutating func finish() throws(CommandError) {
    if !isJSON { try output.table(table) }
    try output.flush()
  }
}
