extension Explanation: Encodable {
  private enum Keys: String, CodingKey {
    case start, due, pieces
    case lastDay = "last_day"
  }

  /// Writes every member, `null` where there is nothing to say; instants in RFC 3339.
  /// - Throws: whatever the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(start.exactRFC3339, forKey: .start)
    try container.encode(dueDate.due?.exactRFC3339, forKey: .due)
    try container.encode(dueDate.lastDay, forKey: .lastDay)
    try container.encode(pieces, forKey: .pieces)
  }
}

extension Explanation.Piece: Encodable {
  private enum Keys: String, CodingKey {
    case from, until, kind, why, name, pause, law
    case nameEn = "name_en"
    case usedMicroseconds = "used_microseconds"
    case usedMillionths = "used_day_millionths"
  }

  /// Writes the ends, what was used in the term's own unit, and why: `kind` tells calendar, pause and rule apart.
  /// - Throws: whatever the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(from.exactRFC3339, forKey: .from)
    try container.encode(until?.exactRFC3339, forKey: .until)
    switch used {
    case .time(let span): try container.encode(span.microseconds, forKey: .usedMicroseconds)
    case .days(let millionths): try container.encode(millionths, forKey: .usedMillionths)
    }
    try container.encode(why.kind, forKey: .kind)
    try container.encode(why.code, forKey: .why)
    if case .paused(let index) = why { try container.encode(index, forKey: .pause) }
    try container.encodeIfPresent(why.day?.name, forKey: .name)
    try container.encodeIfPresent(why.day?.nameEn, forKey: .nameEn)
    try container.encodeIfPresent(why.law, forKey: .law)
  }
}

extension Why {
  /// Which of the four families of reasons it is, as programs read it.
  fileprivate var kind: String {
    switch self {
    case .counted: "counted"
    case .closed: "calendar"
    case .paused: "pause"
    case .rule: "rule"
    }
  }

  /// The reason as one word for programs.
  public var code: String {
    switch self {
    case .counted(swapped: nil): "counted"
    case .counted: "counted-on-swapped-day"
    case .closed(.outsideHours): "outside-hours"
    case .closed(.breakTime): "break"
    case .closed(.restDay): "rest-day"
    case .closed(.dayOff): "day-off"
    case .closed(.endless): "no-working-time"
    case .paused: "paused"
    case .rule(let rule): rule.rawValue
    }
  }

  fileprivate var day: CalendarDefinition.SpecialDay? {
    switch self {
    case .counted(let day): day
    case .closed(.dayOff(let day)): day
    default: nil
    }
  }
}
