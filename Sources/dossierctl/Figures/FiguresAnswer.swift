import Dossiers

/// Figures as they are known now, and, where that was asked for, as they were known on a day.
struct FiguresAnswer {
  let present: QualityFigures
  let past: QualityFigures?

  /// A figure now and as it was known, of which one may be missing.
  struct Line {
    let kind: IndicatorKind
    let subject: Indicator.Subject
    let now: Indicator?
    let past: Indicator?

    var hasChanged: Bool { now != past }
  }

  /// Each figure once, those that are no more at the end.
  var lines: [Line] {
    struct Key: Hashable {
      let kind: IndicatorKind
      let subject: Indicator.Subject
    }
    var past = Dictionary(
      (self.past?.indicators ?? []).map { (Key(kind: $0.kind, subject: $0.subject), $0) }, uniquingKeysWith: { $1 })
    let lines = present.indicators.map { indicator in
      Line(
        kind: indicator.kind, subject: indicator.subject, now: indicator,
        past: past.removeValue(forKey: Key(kind: indicator.kind, subject: indicator.subject)))
    }
    let gone = (self.past?.indicators ?? []).filter { past[Key(kind: $0.kind, subject: $0.subject)] != nil }
    return lines + gone.map { Line(kind: $0.kind, subject: $0.subject, now: nil, past: $0) }
  }
}

extension FiguresAnswer: Encodable {
  private enum Keys: String, CodingKey {
    case from, to, agency, office, district, now, asKnown = "as_known", changes
  }

  private struct Known: Encodable {
    let known: String
    let figures: [Indicator]

    init(_ figures: QualityFigures) {
      known = figures.scope.known.rfc3339
      self.figures = figures.indicators
    }
  }

  private struct Change: Encodable {
    let id: String
    let subject: String
    let code: String?
    let before: Double?
    let now: Double?

    init(_ line: Line) {
      id = line.kind.rawValue
      subject = line.subject.kind
      code = line.subject.code
      before = line.past?.value
      now = line.now?.value
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    let scope = present.scope
    try container.encode(scope.period.first, forKey: .from)
    try container.encode(scope.period.last, forKey: .to)
    try container.encode(scope.agency, forKey: .agency)
    try container.encode(scope.office, forKey: .office)
    try container.encode(scope.district, forKey: .district)
    try container.encode(Known(present), forKey: .now)
    guard let past else { return }
    try container.encode(Known(past), forKey: .asKnown)
    try container.encode(lines.filter(\.hasChanged).map(Change.init), forKey: .changes)
  }
}
