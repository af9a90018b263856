extension Policy {
  /// When a deadline is near, once or several times.
  public struct Warning: Sendable, Hashable {
    /// For terms in days: at the opening of this many working days before the last one; nil for no warning.
    public let workingDaysBefore: Int?
    /// For terms in days: the later warnings, so many working days before, each fewer than the one before it.
    public let laterDaysBefore: [Int]
    /// For terms in hours: this many seconds before the due instant; nil for no warning.
    public let secondsBefore: Int64?
    /// For terms in hours: the later warnings, so many seconds before, each fewer than the one before it.
    public let laterSecondsBefore: [Int64]
    /// Terms of this many days or fewer are warned of in the digest alone, without a mail of their own.
    public let mailAboveDays: Int

    /// A rule with one warning at most.
    public init(workingDaysBefore: Int?, secondsBefore: Int64? = nil, mailAboveDays: Int = 3) {
      self.init(
        workingDaysBefore: workingDaysBefore.map { [$0] } ?? [], secondsBefore: secondsBefore.map { [$0] } ?? [],
        mailAboveDays: mailAboveDays)
    }

    /// A rule of these warnings, in any order.
    public init(workingDaysBefore days: [Int], secondsBefore seconds: [Int64] = [], mailAboveDays: Int = 3) {
      let days = Set(days).sorted(by: >)
      let seconds = Set(seconds).sorted(by: >)
      workingDaysBefore = days.first
      laterDaysBefore = Array(days.dropFirst())
      secondsBefore = seconds.first
      laterSecondsBefore = Array(seconds.dropFirst())
      self.mailAboveDays = mailAboveDays
    }

    /// No warning at all.
    public static let none = Warning(workingDaysBefore: [])
  }
}

extension Policy.Warning: Codable {
  enum CodingKeys: CodingKey {
    case workingDaysBefore, laterDaysBefore, secondsBefore, laterSecondsBefore, mailAboveDays
  }

  /// Reads a rule; one of an older log has no later warnings.
  /// - Throws: `DecodingError` where a part is missing or wrong.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let days = try container.decodeIfPresent(Int.self, forKey: .workingDaysBefore).map { [$0] } ?? []
    let seconds = try container.decodeIfPresent(Int64.self, forKey: .secondsBefore).map { [$0] } ?? []
    self.init(
      workingDaysBefore: days + (try container.decodeIfPresent([Int].self, forKey: .laterDaysBefore) ?? []),
      secondsBefore: seconds + (try container.decodeIfPresent([Int64].self, forKey: .laterSecondsBefore) ?? []),
      mailAboveDays: try container.decode(Int.self, forKey: .mailAboveDays))
  }

  /// Writes the rule; without later warnings as it always was, so that an old policy gives its old bytes.
  /// - Throws: whatever the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(workingDaysBefore, forKey: .workingDaysBefore)
    if !laterDaysBefore.isEmpty { try container.encode(laterDaysBefore, forKey: .laterDaysBefore) }
    try container.encodeIfPresent(secondsBefore, forKey: .secondsBefore)
    if !laterSecondsBefore.isEmpty { try container.encode(laterSecondsBefore, forKey: .laterSecondsBefore) }
    try container.encode(mailAboveDays, forKey: .mailAboveDays)
  }
}
