import Dossiers
import TestSupport

/// A small register: a department and two communes that H18.1 took over, and short words to make entries.
enum SampleRegister {
  static let registry = Registry(
    agencies: [
      code("H18.9"): Agency(name: "Sở", level: .department),
      code("H18.8"): Agency(name: "UBND Huyện", level: .district, district: "094", until: day("2025-06-30")),
      code("000.01.31.H18"): Agency(
        name: "Xã cũ một", level: .commune, district: "094", successor: code("H18.1"), until: day("2025-06-30")),
      code("000.02.31.H18"): Agency(
        name: "Xã cũ hai", level: .commune, district: "095", successor: code("H18.1"), until: day("2025-06-30")),
      code("H18.1"): Agency(name: "Xã mới", level: .commune, district: "094", since: day("2025-07-01")),
    ], procedures: [:], offices: [:], districts: ["094": District(name: "Một"), "095": District(name: "Hai")])

  static let targets = [
    target(.commune, 40, "2017-01-01", "2018-12-31"), target(.commune, 60, "2019-01-01", "2020-12-31"),
    target(.district, 50, "2017-01-01", nil), target(.department, 70, "2017-01-01", nil),
  ]

  static func target(_ level: Agency.Level, _ percent: Int, _ first: String, _ last: String?) -> AdoptionTarget {
    AdoptionTarget(
      level: level, days: DayRange(day(first), last.map { day($0) }),
      share: Share(parts: percent * 100) ?? Share.nothing,
      source: "Plan")
  }

  /// The procedure with this number.
  static func procedure(_ number: Int) -> ProcedureCode { code("1.\(100_000 + number)") }

  /// A service that begins and ends on these days.
  static func served(_ agency: String, _ number: Int, _ first: String, _ last: String? = nil) -> PostalService {
    PostalService(
      agency: code(agency), procedure: procedure(number), survey: .suitable, agreement: DayRange(day(first)),
      served: DayRange(day(first), last.map { day($0) }))
  }

  /// A procedure that the post does not serve.
  static func open(
    _ agency: String, _ number: Int, _ survey: PostalService.Survey = .suitable, agreed: String? = nil
  ) -> PostalService {
    PostalService(
      agency: code(agency), procedure: procedure(number), survey: survey,
      agreement: agreed.map { DayRange(day($0)) })
  }

  static func adoption(_ services: [PostalService], on date: String) -> Adoption {
    ServiceRegister(services: services, targets: targets).adoption(on: day(date), in: registry)
  }
}

extension Share {
  fileprivate static var nothing: Share { Share(0, of: 1) ?? { preconditionFailure("nothing is a share") }() }
}
