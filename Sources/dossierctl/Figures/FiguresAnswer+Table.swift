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
    past == nil ? presentTable(registry, all) : comparison(registry, all)
  }

  private func presentTable(_ registry: Registry, _ all: Bool) -> Table {
    var table = Table("tiêu chí", "chỉ tiêu", "figure", "của", "số", "trên", "giá trị")
    for figure in present.indicators where all || !figure.subject.isOneOfMany {
      table.add(
        figure.kind.word.vietnamese, figure.kind.vietnamese, figure.kind.english, Self.name(figure.subject, registry),
        figure.numerator.map(String.init) ?? "", "\(figure.denominator)", Self.value(figure))
    }
    return table
  }

  private func comparison(_ registry: Registry, _ all: Bool) -> Table {
    var table = Table("tiêu chí", "chỉ tiêu", "figure", "của", "đã biết", "nay", "chênh lệch")
    for line in lines where all || !line.subject.isOneOfMany {
      table.add(
        line.kind.word.vietnamese, line.kind.vietnamese, line.kind.english, Self.name(line.subject, registry),
        Self.full(line.past), Self.full(line.now), line.hasChanged ? Self.difference(line) : "")
    }
    return table
  }

  /// How many figures are others than they were known, and what was recorded since; nothing where that was not asked for.
  var comparisonWords: [String] {
    guard let past else { return [] }
    let (all, changed) = (lines.count, lines.count { $0.hasChanged })
    let day = LocalDate(past.figures.scope.known)
    let since = past.since.words { "\($0)" }
    let (vietnamese, english) = (since.vietnamese.joined(separator: ", "), since.english.joined(separator: ", "))
    let scope = present.scope
    let isPart = scope.agency != nil || scope.office != nil || scope.district != nil
    let of = isPart ? (", của mọi cơ quan và bưu cục", ", of all agencies and offices") : ("", "")
    let sentences = [
      "\(changed) trên \(all) chỉ tiêu nay khác với khi biết đến hết ngày \(day) / \(changed) of \(all) figures are others "
        + "than as known at the end of \(day).",
      since.vietnamese.isEmpty
        ? "Từ đó không ghi nhận gì liên quan đến kỳ này / nothing that bears on this period was recorded since."
        : "Ghi nhận từ đó, liên quan đến kỳ này\(of.0): \(vietnamese) / recorded since, bearing on this period\(of.1): "
          + "\(english).",
    ]
    guard day < scope.period.last else { return sentences }
    return sentences + [
      "Kỳ chưa kết thúc vào ngày ấy: số liệu cũng đổi vì thời gian trôi qua / the period was not over that day: its "
        + "figures also change as time goes by."
    ]
  }

  private static func name(_ subject: Indicator.Subject, _ registry: Registry) -> String {
    switch subject {
    case .agency(let agency): named(agency.text, registry.agencies[agency]?.name)
    case .office(let office): named(office.text, registry.offices[office]?.name)
    default: "\(subject.vietnamese) / \(subject.english)"
    }
  }

  private static func named(_ code: String, _ name: String?) -> String { name.map { "\($0) (\(code))" } ?? code }

  private static func value(_ figure: Indicator) -> String {
    figure.value.map { figure.kind.unit.vietnamese(number($0)) } ?? ""
  }

  /// The value with what was counted, of how many.
  private static func full(_ figure: Indicator?) -> String {
    guard let figure else { return "" }
    let base = figure.numerator.map { "\($0)/\(figure.denominator)" } ?? "\(figure.denominator)"
    return "\(figure.value == nil ? "–" : value(figure)) (\(base))"
  }

  private static func difference(_ line: IndicatorChange) -> String {
    guard let now = line.now?.value, let past = line.past?.value else { return "≠" }
    let written = number(abs(now - past))
    return (written == number(0) ? "" : now > past ? "+" : "−") + written
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
