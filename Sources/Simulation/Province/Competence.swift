import Dossiers

/// Which procedures an agency of a level decides, by their field.
struct Competence: Sendable {
  /// A procedure as the simulation needs it.
  struct Choice: Sendable {
    let code: ProcedureCode
    /// The statutory time in working days, rounded up; 0 for the same day.
    let workingDays: Int
  }

  private let byLevel: [Agency.Level: Odds<Choice>]
  private let any: Odds<Choice>

  init(_ registry: Registry) throws(SimulationError) {
    let all = registry.procedures.sorted { $0.key < $1.key }
    func choices(where fits: (Procedure) -> Bool) -> Odds<Choice>? {
      Odds(
        all.filter { fits($0.value) }.map {
          (Choice(code: $0.key, workingDays: Competence.workingDays(of: $0.value.term)), 1)
        })
    }
    guard let any = choices(where: { _ in true }) else { throw .registryWithout("procedure") }
    self.any = any
    var byLevel: [Agency.Level: Odds<Choice>] = [:]
    for level in Agency.Level.allCases {
      byLevel[level] = choices { Competence.fields(of: level).contains($0.field) }
    }
    self.byLevel = byLevel
  }

  /// A procedure that an agency of this level may decide.
  func procedure(at level: Agency.Level, _ dice: inout Dice) -> Choice {
    (byLevel[level] ?? any).draw(&dice)
  }

  private static func fields(of level: Agency.Level) -> Set<String> {
    switch level {
    case .department: ["Tư pháp", "Doanh nghiệp", "Đất đai", "GPLX", "ATTP", "Giáo dục"]
    case .central: ["Cư trú", "GPLX"]
    case .district: ["Chứng thực", "Hộ kinh doanh", "Bảo trợ"]
    case .commune: ["Hộ tịch", "Chứng thực", "Bảo trợ", "Giảm nghèo", "Nuôi con nuôi"]
    }
  }

  private static func workingDays(of term: Allowance) -> Int {
    switch term {
    case .workingDays(let millionths): Int((millionths + 999_999) / 1_000_000)
    case .days(let millionths): Int(millionths * 5 / 7 / 1_000_000)
    case .workingHours, .hours: 1
    }
  }
}
