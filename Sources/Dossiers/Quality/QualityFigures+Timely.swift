extension QualityFigures {
  /// How timely the parts of the way were: each part and party whole, each class of way, each agency.
  var timely: [Indicator] {
    var indicators: [Indicator] = []
    for part in Outcome.Part.allCases {
      indicators += full(.part(part), sum { $0.part == part })
    }
    for party in Outcome.Party.allCases {
      indicators += brief(.party(party), sum { $0.part.party == party })
    }
    for route in RouteClass.allCases {
      indicators += brief(.route(route), sum { $0.route == route })
    }
    for agency in Set(timeliness.keys.filter { $0.part == .processing }.map(\.agency)).sorted() {
      indicators += full(.agency(agency), sum { $0.part == .processing && $0.agency == agency })
    }
    return indicators
  }

  private func sum(where isMeant: (Timeliness.Group) -> Bool) -> Timeliness {
    timeliness.reduce(into: Timeliness()) { sum, group in
      if isMeant(group.key) { sum.merge(group.value) }
    }
  }

  private func brief(_ subject: Indicator.Subject, _ sum: Timeliness) -> [Indicator] {
    [
      Indicator(.score, subject, sum.points, of: sum.judged), Indicator(.within, subject, sum.within, of: sum.judged),
    ]
  }

  private func full(_ subject: Indicator.Subject, _ sum: Timeliness) -> [Indicator] {
    brief(subject, sum) + [
      Indicator(.earlier, subject, sum.earlier, of: sum.judged),
      Indicator(.onLastDay, subject, sum.onLastDay, of: sum.judged),
      Indicator(.later, subject, sum.later, of: sum.judged),
      Indicator(.overdue, subject, sum.overdue, of: sum.running),
      quantile(.median, subject, sum.durations, percent: 50), quantile(.p90, subject, sum.durations, percent: 90),
      quantile(.medianDelay, subject, sum.delays, percent: 50),
      Indicator(.meanDelay, subject, sum.lateWorkingDays, of: sum.later),
    ]
  }

  private func quantile(
    _ kind: IndicatorKind, _ subject: Indicator.Subject, _ lengths: DurationHistogram, percent: Int
  ) -> Indicator {
    Indicator(
      kind, subject, numerator: nil, denominator: lengths.count,
      value: lengths.quantile(percent: percent).map { Double($0.seconds) / 3600 })
  }
}
