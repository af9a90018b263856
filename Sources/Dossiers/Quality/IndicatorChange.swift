/// A figure as it was known and as it is known now, of which one may be missing.
public struct IndicatorChange: Sendable, Hashable {
  /// Which figure.
  public let kind: IndicatorKind
  /// Of what part of the scope.
  public let subject: Indicator.Subject
  /// As it was known.
  public let past: Indicator?
  /// As it is known now.
  public let now: Indicator?

  /// Whether it comes to something else, or of others.
  public var hasChanged: Bool { now != past }

  /// Each figure of `past` and `now` once, in the order of `now`, those that are no more at the end.
  public static func all(from past: [Indicator], to now: [Indicator]) -> [IndicatorChange] {
    struct Key: Hashable {
      let kind: IndicatorKind
      let subject: Indicator.Subject

      init(_ indicator: Indicator) { (kind, subject) = (indicator.kind, indicator.subject) }
    }
    var before = Dictionary(past.map { (Key($0), $0) }, uniquingKeysWith: { $1 })
    let kept = now.map { IndicatorChange($0, past: before.removeValue(forKey: Key($0)), now: $0) }
    return kept + past.filter { before[Key($0)] != nil }.map { IndicatorChange($0, past: $0, now: nil) }
  }

  private init(_ indicator: Indicator, past: Indicator?, now: Indicator?) {
    (kind, subject) = (indicator.kind, indicator.subject)
    self.past = past
    self.now = now
  }
}

extension IndicatorChange: Encodable {
  private enum Keys: String, CodingKey {
    case id, subject, code, before, after = "now"
  }

  /// Writes which figure it is, and what it came to and comes to.
  /// - Throws: whatever the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(kind.rawValue, forKey: .id)
    try container.encode(subject.kind, forKey: .subject)
    try container.encodeIfPresent(subject.code, forKey: .code)
    try container.encodeIfPresent(past?.value, forKey: .before)
    try container.encodeIfPresent(now?.value, forKey: .after)
  }
}
