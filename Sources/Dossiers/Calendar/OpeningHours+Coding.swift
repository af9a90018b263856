extension OpeningHours {
  enum CodingKeys: CodingKey {
    case weekdays
  }

  /// Reads the weekdays and puts them in order.
  /// - Throws: `DecodingError` where a stretch is empty or leaves its day.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(weekdays: try container.decode([[Stretch]].self, forKey: .weekdays))
  }
}

extension OpeningHours.Stretch {
  enum CodingKeys: CodingKey {
    case from, until
  }

  /// Reads the two times.
  /// - Throws: `DecodingError` where the stretch is empty or leaves its day.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let from = try container.decode(Int.self, forKey: .from)
    let until = try container.decode(Int.self, forKey: .until)
    guard let stretch = OpeningHours.Stretch(from: from, until: until) else {
      throw DecodingError.dataCorruptedError(
        forKey: .until, in: container, debugDescription: "expected a stretch of one day, found \(from) to \(until)")
    }
    self = stretch
  }
}
