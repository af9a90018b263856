import Dossiers

/// Adoption as a program reads it.
struct AdoptionAnswer: Encodable {
  let register = true
  let on: LocalDate
  let levels: [Level]
  let districts: [District]?
  let agencies: [Agency]?
  let procedures: [Procedure]?
  let trend: [Point]?
  let missing: [Missing]?
  let use: [Line]?

  struct Level: Encodable {
    let level: String
    let source: String?
    let count: AdoptionCount
  }

  struct District: Encodable {
    let district: String
    let name: String?
    let count: AdoptionCount
  }

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

  struct Point: Encodable {
    let on: LocalDate
    let count: AdoptionCount
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
    levels = adoption.byLevel(scope).map {
      Level(level: $0.level.rawValue, source: adoption.measures[$0.level]?.target.source, count: $0.count)
    }
    districts =
      report.showsDistricts
      ? adoption.byDistrict(scope).map {
        District(district: $0.district, name: registry.districts[$0.district]?.name, count: $0.count)
      } : nil
    agencies =
      report.showsAgencies
      ? adoption.byAgency(scope).map {
        Agency(agency: $0.agency, name: registry.agencies[$0.agency]?.name, count: $0.count)
      } : nil
    procedures =
      scope.agency == nil ? nil : adoption.offers.filter { $0.agency == scope.agency }.map { Procedure($0) }
    trend = report.trend.map { $0.map { Point(on: $0.day, count: $0.count) } }
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
