/// The register of procedures by agency that the post serves, or might, with the targets that it is held against.
///
/// Each entry carries days of its own, so that the register of today answers for any day.
public struct ServiceRegister: Sendable, Hashable {
  /// The entries.
  public let services: [PostalService]
  /// The targets of all plans.
  public let targets: [AdoptionTarget]

  /// A register of these entries.
  public init(services: [PostalService], targets: [AdoptionTarget]) {
    self.services = services
    self.targets = targets
  }

  /// The register as it stands on `day`.
  ///
  /// An entry is the agency's while that exists, and then its successor's; with no successor it is nobody's. Where entries
  /// of several agencies come together at one, the one that has come furthest says where the procedure stands.
  public func adoption(on day: LocalDate, in registry: Registry) -> Adoption {
    var offers: [Offer.Key: Offer] = [:]
    for service in services where service.listed.contains(day) {
      let code = registry.agency(inPlaceOf: service.agency, on: day)
      guard let agency = registry.agencies[code], DayRange(agency.since, agency.until).contains(day) else { continue }
      let standing = service.standing(on: day)
      let offer = Offer(
        agency: code, level: agency.level, district: agency.district, procedure: service.procedure, standing: standing)
      let key = Offer.Key(agency: code, procedure: service.procedure)
      offers[key, default: offer].standing = min(offers[key]?.standing ?? standing, standing)
    }
    return Adoption(
      day: day, offers: offers.values.sorted { ($0.agency, $0.procedure) < ($1.agency, $1.procedure) },
      measures: Dictionary(
        Agency.Level.allCases.compactMap { level in targets.measure(of: level, on: day).map { (level, $0) } }
      ) { first, _ in first })
  }

  /// How a part of the register stood at the end of each month between two days, and on the last of them.
  public func trend(
    from first: LocalDate, to last: LocalDate, of scope: AdoptionScope = AdoptionScope(), in registry: Registry
  ) -> [(day: LocalDate, count: AdoptionCount)] {
    guard first <= last else { return [] }
    return CalendarMonth.months(from: CalendarMonth(first), through: CalendarMonth(last)).map { month in
      let day = min(month.last, last)
      return (day, adoption(on: day, in: registry).count(of: scope))
    }
  }
}

extension Offer {
  struct Key: Hashable {
    let agency: AgencyCode
    let procedure: ProcedureCode
  }
}
