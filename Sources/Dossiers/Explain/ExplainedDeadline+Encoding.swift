/// The explanation of a deadline as JSON has it.
struct ExplanationEntry: Encodable {
  let explained: ExplainedDeadline

  private enum Keys: String, CodingKey {
    case start, due, pieces, pauses, law, edition
    case lastDay = "last_day"
    case givenDate = "given_date"
  }

  private enum PauseKeys: String, CodingKey {
    case cause, vi, en, from, until, law
  }

  /// Writes every member, `null` where there is nothing to say; a piece names its pause by its place in `pauses`.
  func encode(to encoder: any Encoder) throws {
    let deadline = explained.deadline
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(deadline.started.exactRFC3339, forKey: .start)
    try container.encode(deadline.dueDate.due?.exactRFC3339, forKey: .due)
    try container.encode(deadline.dueDate.lastDay, forKey: .lastDay)
    try container.encode(explained.givenDate, forKey: .givenDate)
    try container.encode(deadline.basis?.law, forKey: .law)
    try container.encode(deadline.basis?.edition, forKey: .edition)
    try container.encode(explained.explanation?.pieces ?? [], forKey: .pieces)
    var list = container.nestedUnkeyedContainer(forKey: .pauses)
    for pause in deadline.basis?.causes ?? [] {
      var entry = list.nestedContainer(keyedBy: PauseKeys.self)
      try entry.encode(pause.cause.code, forKey: .cause)
      try entry.encode(pause.cause.vietnamese, forKey: .vi)
      try entry.encode(pause.cause.english, forKey: .en)
      try entry.encode(pause.from.exactRFC3339, forKey: .from)
      try entry.encode(pause.until?.exactRFC3339, forKey: .until)
      try entry.encode(pause.cause.law, forKey: .law)
    }
  }
}

extension CalendarMove: Encodable {
  private enum Keys: String, CodingKey {
    case recorded, before, after
  }

  /// Writes when the calendar was recorded, and the due instants before and after; `null` for none.
  /// - Throws: whatever the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(recorded.exactRFC3339, forKey: .recorded)
    try container.encode(before.due?.exactRFC3339, forKey: .before)
    try container.encode(after.due?.exactRFC3339, forKey: .after)
  }
}
