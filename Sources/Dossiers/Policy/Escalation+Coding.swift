extension ClockRule.Escalation: Codable {
  /// The names in the log, which are older than audiences.
  enum CodingKeys: String, CodingKey {
    case after
    case audience = "level"
  }

  /// Reads a step; the `superior` of older policies is the provincial post.
  /// - Throws: `DecodingError` where a part is missing or wrong.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let audience = try container.decode(Audience.self, forKey: .audience)
    self.init(
      after: try container.decode(Allowance.self, forKey: .after),
      to: audience.rawValue == "superior" ? .provincialPost : audience)
  }

  /// Writes the step.
  /// - Throws: whatever the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(after, forKey: .after)
    try container.encode(audience, forKey: .audience)
  }
}
