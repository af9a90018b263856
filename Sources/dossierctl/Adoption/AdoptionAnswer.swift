import Dossiers

/// Adoption as a program reads it.
struct AdoptionAnswer: Encodable {
  let register = true
  let on: LocalDate
  let levels: [Adoption.LevelRow]
  let districts: [Adoption.DistrictRow]?
  let agencies: [Agency]?
  let procedures: [Procedure]?
  let trend: [Adoption.DayRow]?
  let missing: [Missing]?
  let use: [Line]?

  struct Agency: Encodable {
    let agency: AgencyCode
    let name: String?
    let count: AdoptionCount
  }

  struct Procedure: Encodable {
    let agency: AgencyCode
    let procedure: ProcedureCode
    let standing: String

    init(_ offer: Offer) {
      agency = offer.agency
      procedure = offer.procedure
      standing = offer.standing.rawValue
    }
  }

  struct Missing: Encodable {
    let agency: AgencyCode
    let name: String?
    let count: AdoptionCount
    let open: [Procedure]
  }

  struct Line: Encodable {
    let agency: AgencyCode
    let procedure: ProcedureCode?
    let collected: Int
    let returned: Int
    let posted: Int
    let total: Int?
    let postedOfTotal: Int?
    let sharePercent: Double?
    let isContradicted: Bool?

    private enum CodingKeys: String, CodingKey {
      case agency, procedure, collected, returned, posted, total
      case postedOfTotal = "posted_of_total"
      case sharePercent = "share_percent"
      case isContradicted = "contradicted"
    }

    init(_ line: Use.Line) {
      agency = line.agency
      procedure = line.procedure
      collected = line.collected
      returned = line.returned
      posted = line.posted
      total = line.total
      postedOfTotal = line.total == nil ? nil : line.postedOfTotal
      sharePercent = line.share.map(\.percent)
      isContradicted = line.isContradicted ? true : nil
    }
  }

  init(_ report: AdoptionReport) {
    let (adoption, scope, registry) = (report.adoption, report.scope, report.registry)
    on = adoption.day
    levels = adoption.levelRows(scope)
    districts = report.showsDistricts ? adoption.districtRows(scope, in: registry) : nil
    agencies =
      report.showsAgencies
      ? adoption.byAgency(scope).map {
        Agency(agency: $0.agency, name: registry.agencies[$0.agency]?.name, count: $0.count)
      } : nil
    procedures =
      scope.agency == nil ? nil : adoption.offers.filter { $0.agency == scope.agency }.map { Procedure($0) }
    trend = report.trend.map { $0.map { Adoption.DayRow(on: $0.day, count: $0.count) } }
    missing =
      report.showsMissing
      ? adoption.shortfalls(scope).map {
        Missing(
          agency: $0.agency, name: registry.agencies[$0.agency]?.name, count: $0.count,
          open: $0.open.map { Procedure($0) })
      } : nil
    use = report.use.map { $0.map { Line($0) } }
  }
}
