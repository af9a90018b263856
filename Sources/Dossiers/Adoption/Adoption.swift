/// The register on one day.
public struct Adoption: Sendable, Hashable {
  /// The day.
  public let day: LocalDate
  /// The procedures of all agencies of that day, by agency and procedure.
  public let offers: [Offer]
  /// What each level is measured by; a level is missing before its first target.
  public let measures: [Agency.Level: Measure]

  /// The count of the offers in `scope`.
  public func count(of scope: AdoptionScope = AdoptionScope()) -> AdoptionCount {
    AdoptionCount(offers.lazy.filter(scope.contains), measures)
  }

  /// The counts of the offers in `scope` by level, in the plan's order.
  public func byLevel(_ scope: AdoptionScope = AdoptionScope()) -> [(level: Agency.Level, count: AdoptionCount)] {
    let counts = grouped(scope) { $0.level }
    return Agency.Level.allCases.compactMap { level in counts[level].map { (level, $0) } }
  }

  /// The counts of the offers in `scope` by the district of their agency; what is of the whole province is left out.
  public func byDistrict(_ scope: AdoptionScope = AdoptionScope()) -> [(district: String, count: AdoptionCount)] {
    grouped(scope) { $0.district }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The counts of the offers in `scope` by agency.
  public func byAgency(_ scope: AdoptionScope = AdoptionScope()) -> [(agency: AgencyCode, count: AdoptionCount)] {
    grouped(scope) { $0.agency }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The counts by procedure: at how many agencies it counts, and at how many of them the post serves it.
  public func byProcedure() -> [ProcedureCode: AdoptionCount] {
    grouped(AdoptionScope()) { $0.procedure }
  }

  /// The register with the procedures of these agencies alone.
  public func only(_ agencies: Set<AgencyCode>) -> Adoption {
    Adoption(day: day, offers: offers.filter { agencies.contains($0.agency) }, measures: measures)
  }

  private func grouped<Key: Hashable>(_ scope: AdoptionScope, by key: (Offer) -> Key?) -> [Key: AdoptionCount] {
    var groups: [Key: [Offer]] = [:]
    for offer in offers where scope.contains(offer) {
      if let key = key(offer) { groups[key, default: []].append(offer) }
    }
    return groups.mapValues { AdoptionCount($0, measures) }
  }
}

/// Which part of the register is meant: all that meets every condition set.
public struct AdoptionScope: Sendable, Hashable {
  /// The level.
  public var level: Agency.Level?
  /// The agency.
  public var agency: AgencyCode?
  /// The GSO code of the district.
  public var district: String?

  /// The part that meets these conditions; without any, all of it.
  public init(level: Agency.Level? = nil, agency: AgencyCode? = nil, district: String? = nil) {
    self.level = level
    self.agency = agency
    self.district = district
  }

  func contains(_ offer: Offer) -> Bool {
    level.map { $0 == offer.level } ?? true && agency.map { $0 == offer.agency } ?? true
      && district.map { $0 == offer.district } ?? true
  }
}
