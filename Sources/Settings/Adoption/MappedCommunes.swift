public import Dossiers

extension Settings {
  /// The communes of today where a map draws them, by code: each with the district that most of the communes that went
  /// into it lay in, and with the People's Committee that bears its name.
  public var mappedCommunes: [MappedCommune] {
    let committees = Dictionary(
      rules.registry.agencies.filter { $0.value.level == .commune && $0.value.until == nil }
        .map { ($0.value.name, $0.key) }
    ) { min($0, $1) }
    let before = Dictionary(grouping: communes.before.values, by: \.successor)
    return communes.since.sorted { $0.key < $1.key }.map { code, commune in
      let agency = committees["UBND \(commune.name)"]
      let districts = (before[code] ?? []).reduce(into: [:]) { $0[$1.district, default: 0] += 1 }
      let most = districts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
      return MappedCommune(
        code: code, name: commune.name, latitude: commune.latitude, longitude: commune.longitude,
        district: most ?? agency.flatMap { rules.registry.agencies[$0]?.district }, agency: agency)
    }
  }
}
