extension CalendarDefinition {
  private enum CodingKeys: CodingKey {
    case hours, agencyHours, specialDays, estimatedYears
  }

  /// Reads a calendar; one that names no estimated years has none.
  /// - Throws: `DecodingError` where a part is missing or is not what it should be.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      hours: try container.decode(OpeningHours.self, forKey: .hours),
      agencyHours: try container.decode([AgencyCode: OpeningHours].self, forKey: .agencyHours),
      specialDays: try container.decode([LocalDate: SpecialDay].self, forKey: .specialDays),
      estimatedYears: try container.decodeIfPresent([Int].self, forKey: .estimatedYears) ?? [])
  }

  /// Writes a calendar; equal ones in equal bytes where the encoder sorts its keys.
  /// - Throws: whatever the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(hours, forKey: .hours)
    try container.encode(agencyHours, forKey: .agencyHours)
    try container.encode(specialDays, forKey: .specialDays)
    // Left out where there are none, so that a version without them stays the same to the byte.
    if !estimatedYears.isEmpty { try container.encode(estimatedYears, forKey: .estimatedYears) }
  }
}
