extension QualityFigures {
  /// Every figure, in the order of the plan's words; those of an agency or an office by its code.
  public var indicators: [Indicator] { safe + stable + reliable + accurate + regular + timely }

  private static let legs: [(leg: Leg, part: Outcome.Part)] = [(.collection, .collection), (.return, .return)]

  /// The shipments of both ways.
  private var allPassages: PassageCounts {
    passages.values.reduce(PassageCounts()) { $0.merged(with: $1) }
  }

  private var safe: [Indicator] {
    let all = allPassages
    return [
      Indicator(.lost, .all, all.lost, of: all.accepted), Indicator(.damaged, .all, all.damaged, of: all.accepted),
    ]
  }

  private var stable: [Indicator] {
    let (weeks, variation) = self.weeks.variation(on: workingDays)
    let (judgedWeeks, spread) = self.weeks.spread
    let longest = activeRhythms.map { $0.rhythm.silence(on: workingDays).longest }.max()
    return [
      Indicator(.weeklyVariation, .all, numerator: nil, denominator: weeks, value: variation),
      Indicator(.weeklySpread, .all, numerator: nil, denominator: judgedWeeks, value: spread),
      Indicator(
        .longestOutage, .all, numerator: longest, denominator: activeRhythms.count, value: longest.map(Double.init)),
    ]
  }

  private var reliable: [Indicator] {
    by(.firstTry, \.deliveredAtOnce, of: \.tried) + by(.unbroken, \.unbroken, of: \.ended)
  }

  private var accurate: [Indicator] {
    let all = allPassages
    return [
      Indicator(.misrouted, .all, all.misrouted, of: all.ended),
      Indicator(.withdrawn, .all, all.withdrawn, of: all.accepted),
      Indicator(.voidedScans, .all, voidedScans, of: scans + voidedScans),
      Indicator(.parked, .all, parked, of: scans + voidedScans + parked),
    ]
  }

  /// A figure of both ways together, then of each.
  private func by(
    _ kind: IndicatorKind, _ numerator: KeyPath<PassageCounts, Int>, of denominator: KeyPath<PassageCounts, Int>
  ) -> [Indicator] {
    let all = allPassages
    return [Indicator(kind, .all, all[keyPath: numerator], of: all[keyPath: denominator])]
      + QualityFigures.legs.map { leg, part in
        let counts = passages[leg] ?? PassageCounts()
        return Indicator(kind, .part(part), counts[keyPath: numerator], of: counts[keyPath: denominator])
      }
  }
}
