extension Policy {
  enum CodingKeys: CodingKey {
    case editions
  }

  /// Reads the editions.
  /// - Throws: `DecodingError` where there are none.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let editions = try container.decode([Edition].self, forKey: .editions)
    guard let policy = Policy(editions: editions) else {
      throw DecodingError.dataCorruptedError(
        forKey: .editions, in: container, debugDescription: "expected at least one edition, found none")
    }
    self = policy
  }

  /// Writes the editions, oldest first.
  /// - Throws: whatever the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(editions, forKey: .editions)
  }
}

extension Policy.Edition {
  enum CodingKeys: CodingKey {
    case from, clocks, pausingReasons
  }

  /// Reads what `encode(to:)` writes.
  /// - Throws: `DecodingError` where a part is missing or wrong.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      from: try container.decode(LocalDate.self, forKey: .from),
      clocks: try container.decodeIfPresent([ClockKind: ClockRule].self, forKey: .clocks)
        ?? FirstForm(from: decoder).clocks,
      pausingReasons: try container.decode(Set<Reason>.self, forKey: .pausingReasons))
  }

  /// Writes the parts, the reasons in the order of their codes, so that equal editions give equal bytes.
  /// - Throws: whatever the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(from, forKey: .from)
    try container.encode(clocks, forKey: .clocks)
    try container.encode(pausingReasons.sorted { $0.rawValue < $1.rawValue }, forKey: .pausingReasons)
  }
}
