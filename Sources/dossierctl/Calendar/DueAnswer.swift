import Dossiers

/// When a term that starts at an instant ends.
struct DueAnswer: Encodable {
  let start: Instant
  let dueDate: DueDate
  /// Whether the days off of its year are not decreed yet.
  let isProvisional: Bool
  /// Why, where that was asked.
  let explanation: Explanation?

  private enum CodingKeys: String, CodingKey {
    case start, due, provisional, pieces
    case lastDay = "last_day"
  }

  /// Writes start, due and last day always, `null` where there is nothing to say; the others where they say something.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(start.exactRFC3339, forKey: .start)
    try container.encode(dueDate.due?.exactRFC3339, forKey: .due)
    try container.encode(dueDate.lastDay, forKey: .lastDay)
    if isProvisional { try container.encode(true, forKey: .provisional) }
    try container.encodeIfPresent(explanation?.pieces, forKey: .pieces)
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
    let mark = answer.isProvisional ? " (tạm tính / provisional)" : ""
    table.add(
      answer.start.exactRFC3339, answer.dueDate.due?.exactRFC3339 ?? "never",
      answer.dueDate.lastDay.map { $0.description + mark } ?? mark)
    guard let explanation = answer.explanation else { return }
    try output.table(table)
    table = Table("start", "due", "last day")
    try output.sentence("")
    try output.table(Table(explanation))
    try output.sentence("")
  }

  /// Lets out what can be said already.
  mutating func leave() throws(CommandError) {
    try output.flush()
  }

  mutating func finish() throws(CommandError) {
    if !isJSON, table.lines.count > 1 { try output.table(table) }
    try output.flush()
  }
}
