import Dossiers

/// Figures as they are known now, and, where that was asked for, as they were known on a day.
struct FiguresAnswer {
  let present: QualityFigures
  let past: Past?

  /// What was known, and what was recorded since.
  struct Past {
    let figures: QualityFigures
    let since: LaterRecords
  }

  /// Each figure once, those that are no more at the end.
  var lines: [IndicatorChange] { IndicatorChange.all(from: past?.figures.indicators ?? [], to: present.indicators) }
}

extension FiguresAnswer: Encodable {
  private enum Keys: String, CodingKey {
    case from, to, agency, office, district, now, asKnown = "as_known", changes, since = "recorded_since"
  }

  private struct Known: Encodable {
    let known: String
    let figures: [Indicator]

    init(_ figures: QualityFigures) {
      known = figures.scope.known.rfc3339
      self.figures = figures.indicators
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
    try container.encode(Known(past.figures), forKey: .asKnown)
    try container.encode(lines.filter(\.hasChanged), forKey: .changes)
    try container.encode(past.since, forKey: .since)
  }
}
