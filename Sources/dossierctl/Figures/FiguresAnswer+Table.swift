import Dossiers

extension FiguresAnswer {
  /// What the table is about, in Vietnamese and English.
  func title(_ registry: Registry) -> String {
    let scope = present.scope
    let parts = [
      scope.agency.map { Self.named($0.text, registry.agencies[$0]?.name) },
      scope.office.map { Self.named($0.text, registry.offices[$0]?.name) },
      scope.district.map { Self.named($0, registry.districts[$0]?.name) },
    ].compactMap(\.self)
    let whole = parts.isEmpty ? "" : ", " + parts.joined(separator: ", ")
    let period = "\(scope.period.first) – \(scope.period.last)"
    return "Chất lượng dịch vụ / quality of the service, \(period)\(whole)"
  }

  /// The figures for people; each agency and office only where `all` are asked for.
  func table(_ registry: Registry, all: Bool) -> Table {
    var table =
      past == nil
      ? Table("tiêu chí", "chỉ tiêu", "figure", "của", "số", "trên", "giá trị")
      : Table("tiêu chí", "chỉ tiêu", "figure", "của", "số", "trên", "giá trị", "đã biết", "chênh lệch")
    for line in lines where all || !line.subject.isOneOfMany {
      let cells = [
        line.kind.word.vietnamese, line.kind.vietnamese, line.kind.english, Self.name(line.subject, registry),
        line.now?.numerator.map(String.init) ?? "", line.now.map { "\($0.denominator)" } ?? "",
        Self.value(line.now?.value, line.kind),
      ]
      if past == nil {
        table.add(cells)
      } else {
        table.add(
          cells + [Self.value(line.past?.value, line.kind), Self.difference(line.now?.value, line.past?.value)])
      }
    }
    return table
  }

  private static func name(_ subject: Indicator.Subject, _ registry: Registry) -> String {
    switch subject {
    case .agency(let agency): named(agency.text, registry.agencies[agency]?.name)
    case .office(let office): named(office.text, registry.offices[office]?.name)
    default: "\(subject.vietnamese) / \(subject.english)"
    }
  }

  private static func named(_ code: String, _ name: String?) -> String { name.map { "\($0) (\(code))" } ?? code }

  private static func value(_ value: Double?, _ kind: IndicatorKind) -> String {
    value.map { kind.unit.vietnamese(number($0)) } ?? ""
  }

  private static func difference(_ now: Double?, _ past: Double?) -> String {
    guard let now, let past, now != past else { return "" }
    return (now > past ? "+" : "−") + number(abs(now - past))
  }

  /// To two places, with the comma that Vietnamese readers write.
  private static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100),\(rest < 10 ? "0" : "")\(rest)"
  }
}

extension Indicator.Subject {
  /// Whether there is a line of it for each agency or office.
  fileprivate var isOneOfMany: Bool {
    switch self {
    case .agency, .office: true
    case .all, .part, .party, .route: false
    }
  }
}
