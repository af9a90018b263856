extension QualityFigures {
  /// The offices that made a scan in the period, by code: what is never heard of can't fall silent.
  var activeRhythms: [(office: OfficeCode, rhythm: OfficeRhythm)] {
    rhythms.filter { !$0.value.days.isEmpty }.map { ($0.key, $0.value) }.sorted { $0.office < $1.office }
  }

  /// How regularly the offices scan, and whether all that they handled was scanned.
  var regular: [Indicator] {
    let active = activeRhythms
    let silence = active.map { (office: $0.office, days: $0.rhythm.silence(on: workingDays).days) }
    let lists = rhythms.map { (office: $0.key, listed: $0.value.listed(where: scope.isComplete)) }
      .filter { $0.listed.days > 0 }.sorted { $0.office < $1.office }
    let all = lists.reduce(into: OfficeRhythm.Listed()) { $0.merge($1.listed) }
    let numbers = sequences.values.reduce(into: (heard: 0, missing: 0)) { sum, device in
      sum.heard += device.count
      sum.missing += device.missing
    }
    return [
      Indicator(
        .silentDays, .all, silence.reduce(0) { $0 + $1.days }, of: active.count * workingDays.count),
      Indicator(.silentOffices, .all, offices.count - active.count, of: offices.count),
      Indicator(.unscannedAcceptances, .all, all.unscannedAcceptances, of: all.accepted),
      Indicator(.unscannedDeliveries, .all, all.unscannedDeliveries, of: all.delivered),
      Indicator(.differingLists, .all, all.differingDays, of: all.days),
      Indicator(.missingSequences, .all, numbers.missing, of: numbers.heard + numbers.missing),
    ]
      + silence.map { Indicator(.silentDays, .office($0.office), $0.days, of: workingDays.count) }
      + lists.map {
        Indicator(.unscannedAcceptances, .office($0.office), $0.listed.unscannedAcceptances, of: $0.listed.accepted)
      }
      + lists.map { Indicator(.differingLists, .office($0.office), $0.listed.differingDays, of: $0.listed.days) }
  }
}
