extension AdoptionCount: Encodable {
  private enum Keys: String, CodingKey {
    case counted, served, agreed, unsuitable, needed, missing, verdict
    case sharePercent = "share_percent"
    case targetPercent = "target_percent"
    case isByLapsed = "target_lapsed"
  }

  /// Writes the count; what is not known is left out.
  /// - Throws: whatever the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(counted, forKey: .counted)
    try container.encode(served, forKey: .served)
    try container.encode(agreed, forKey: .agreed)
    try container.encode(unsuitable, forKey: .unsuitable)
    try container.encodeIfPresent(share?.percent, forKey: .sharePercent)
    try container.encodeIfPresent(target?.percent, forKey: .targetPercent)
    try container.encode(isByLapsed, forKey: .isByLapsed)
    try container.encodeIfPresent(needed, forKey: .needed)
    try container.encodeIfPresent(missing, forKey: .missing)
    try container.encode(verdict.rawValue, forKey: .verdict)
  }
}

extension Share {
  /// Per cent, for programs.
  public var percent: Double { Double(parts) / 100 }
}
