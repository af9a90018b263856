/// Who and what the province knows: agencies, procedures, post offices and districts, in one dated version.
public struct Registry: Sendable, Hashable, Codable {
  /// The agencies by code.
  public let agencies: [AgencyCode: Agency]
  /// The procedures by code.
  public let procedures: [ProcedureCode: Procedure]
  /// The post offices by code.
  public let offices: [OfficeCode: PostOffice]
  /// The districts by GSO code; since July 2025 kept as routing areas.
  public let districts: [String: District]

  /// A registry of these parts.
  public init(
    agencies: [AgencyCode: Agency], procedures: [ProcedureCode: Procedure], offices: [OfficeCode: PostOffice],
    districts: [String: District]
  ) {
    self.agencies = agencies
    self.procedures = procedures
    self.offices = offices
    self.districts = districts
  }

  /// Whether `agency` is `other` or one that took over from it, over any number of mergers.
  public func agency(_ agency: AgencyCode, standsFor other: AgencyCode) -> Bool {
    var current = other
    // A chain of successors longer than this is a circle.
    for _ in 0..<16 {
      if current == agency { return true }
      guard let next = agencies[current]?.successor else { return false }
      current = next
    }
    return false
  }

  /// The agency that has `agency`'s dossiers on `day`: itself while it exists, then the one that took over.
  public func agency(inPlaceOf agency: AgencyCode, on day: LocalDate) -> AgencyCode {
    var current = agency
    // A chain of successors longer than this is a circle.
    for _ in 0..<16 {
      guard let (successor, since) = successor(of: current), since <= day else { break }
      current = successor
    }
    return current
  }

  /// The agencies that have `agency`'s dossiers one after another, itself first, each with the day from which it has
  /// them; nil for itself.
  func keepers(of agency: AgencyCode) -> [(agency: AgencyCode, since: LocalDate?)] {
    var keepers: [(agency: AgencyCode, since: LocalDate?)] = [(agency, nil)]
    var current = agency
    while keepers.count <= 16, let (next, since) = successor(of: current) {
      keepers.append((next, max(since, keepers.last?.since ?? since)))
      current = next
    }
    return keepers
  }

  private func successor(of agency: AgencyCode) -> (AgencyCode, since: LocalDate)? {
    guard let entry = agencies[agency], let until = entry.until, let successor = entry.successor else { return nil }
    return (successor, until.adding(1))
  }

  /// The kind of way between two offices, or nil where one of them is unknown.
  public func routeClass(from: OfficeCode, to: OfficeCode) -> RouteClass? {
    guard let start = offices[from], let end = offices[to] else { return nil }
    if start.isRemote || end.isRemote { return .remote }
    if start.province != end.province { return .betweenProvinces }
    return start.district == end.district ? .sameDistrict : .withinProvince
  }
}

/// Who decides on a dossier.
public struct Agency: Sendable, Hashable, Codable {
  /// The levels of the plan.
  public enum Level: String, Sendable, Hashable, CaseIterable, Codable {
    /// A department of the province.
    case department
    /// A central agency's branch.
    case central
    /// A district People's Committee.
    case district
    /// A commune People's Committee.
    case commune
  }

  /// Its name in Vietnamese.
  public let name: String
  /// Its level.
  public let level: Level
  /// The GSO code of its district, where it has one.
  public let district: String?
  /// The agency that took over its dossiers.
  public let successor: AgencyCode?
  /// From which day it exists, where known.
  public let since: LocalDate?
  /// The last day on which it existed.
  public let until: LocalDate?

  /// An agency of these parts.
  public init(
    name: String, level: Level, district: String? = nil, successor: AgencyCode? = nil, since: LocalDate? = nil,
    until: LocalDate? = nil
  ) {
    self.name = name
    self.level = level
    self.district = district
    self.successor = successor
    self.since = since
    self.until = until
  }
}

/// An administrative procedure with its statutory time.
public struct Procedure: Sendable, Hashable, Codable {
  /// Its name in Vietnamese.
  public let name: String
  /// The field it belongs to, in Vietnamese.
  public let field: String
  /// The statutory time.
  public let term: Allowance
  /// The article that sets the term, where known.
  public let law: String?

  /// A procedure of these parts.
  public init(name: String, field: String, term: Allowance, law: String? = nil) {
    self.name = name
    self.field = field
    self.term = term
    self.law = law
  }

  /// Whether the law wants the result on the day of receipt.
  public var isSameDay: Bool { term == .workingDays(0) }
}

/// Where a scanner stands.
public struct PostOffice: Sendable, Hashable, Codable {
  /// Its name.
  public let name: String
  /// The GSO code of its district.
  public let district: String
  /// The province's letter code, such as `X99`.
  public let province: String
  /// Whether it serves an area of special terrain, for which the postal company sets the time.
  public let isRemote: Bool

  /// An office of these parts.
  public init(name: String, district: String, province: String, isRemote: Bool = false) {
    self.name = name
    self.district = district
    self.province = province
    self.isRemote = isRemote
  }
}

/// A district, until June 2025 a level of government and since then a routing area.
public struct District: Sendable, Hashable, Codable {
  /// Its name in Vietnamese.
  public let name: String
  /// Working days that the mail usually takes to it from the provincial centre, where that is known. No deadline goes by
  /// it.
  public let mailDays: Int?

  /// A district of this name.
  public init(name: String, mailDays: Int? = nil) {
    self.name = name
    self.mailDays = mailDays
  }
}

/// The classes of way for which Circular 17/2017/TT-BTTTT art. 7(2) sets different times.
public enum RouteClass: String, Sendable, Hashable, CaseIterable, Codable, CodingKeyRepresentable {
  /// Within one district, art. 7(2)(đ).
  case sameDistrict = "same-district"
  /// Between districts of one province, art. 7(2)(đ).
  case withinProvince = "within-province"
  /// Between provinces, art. 7(2)(e).
  case betweenProvinces = "between-provinces"
  /// To or from an area of special terrain, art. 7(2)(g).
  case remote
}
