import Dossiers

/// A figure as the files of a report hold it.
public struct ReportRow: Sendable, Hashable, Codable {
  let id: String
  let word: String
  let subject: String
  let code: String?
  let unit: String
  let numerator: Int?
  let denominator: Int
  let value: Double?

  /// Which figure it is, and of what.
  public var name: String { [id, subject, code].compactMap(\.self).joined(separator: " ") }
  /// What it says.
  public var content: String {
    "\(numerator.map(String.init) ?? "–") / \(denominator) = \(value.map { "\($0)" } ?? "–") \(unit)"
  }
}

extension ReportRow {
  init(_ indicator: Indicator) {
    self.init(
      id: indicator.kind.rawValue, word: indicator.kind.word.rawValue, subject: indicator.subject.kind,
      code: indicator.subject.code, unit: indicator.kind.unit.rawValue, numerator: indicator.numerator,
      denominator: indicator.denominator, value: indicator.value)
  }

  private init(_ line: AdoptionLine, _ id: String, _ count: Int) {
    self.init(
      id: id, word: "adoption", subject: "level", code: line.level.rawValue, unit: "percent", numerator: count,
      denominator: line.counted, value: line.counted > 0 ? 100 * Double(count) / Double(line.counted) : nil)
  }

  static func rows(_ line: AdoptionLine) -> [ReportRow] {
    [ReportRow(line, "adoption-served", line.served)]
      + [line.needed].compactMap(\.self).map { ReportRow(line, "adoption-needed", $0) }
  }

  private enum CodingKeys: CodingKey {
    case id, word, subject, code, unit, numerator, denominator, value
  }

  /// Writes the figure with every member present, `null` where there is nothing to say.
  /// - Throws: whatever the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(word, forKey: .word)
    try container.encode(subject, forKey: .subject)
    try container.encode(code, forKey: .code)
    try container.encode(unit, forKey: .unit)
    try container.encode(numerator, forKey: .numerator)
    try container.encode(denominator, forKey: .denominator)
    try container.encode(value, forKey: .value)
  }
}
