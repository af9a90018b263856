import Dossiers
public import Mail
public import Store

/// What a report's file says, held against the report that the log gives now for the same period and instant.
public struct ReportCheck: Sendable, Hashable {
  /// What does not agree.
  public enum Difference: Sendable, Hashable {
    /// The log is not the one that the report was made from.
    case log(stated: LogState, found: LogState)
    /// A figure is another one, missing or too many.
    case figure(name: String, stated: String?, found: String?)
    /// The page shows something else than its figures, first on this line.
    case page(line: Int)
  }

  /// All that does not agree; nothing where the report can be had from this log.
  public let differences: [Difference]

  /// Holds `file` against `report`.
  /// - Throws: `MailError.template` where there is no template to draw the page by.
  public init(_ file: ReportFile, against report: InspectionReport, _ templates: MailTemplates) throws(MailError) {
    let report = report.withParked(of: file.stated)
    let found = StatedReport(report)
    var differences: [Difference] = []
    if found.log != file.stated.log { differences.append(.log(stated: file.stated.log, found: found.log)) }
    differences += ReportCheck.figures(file.stated.rows, found.rows)
    if differences.isEmpty, let page = file.page {
      var lines: [Int] = []
      for language in ReportLanguage.allCases {
        let drawn = try ReportPage(report, language).rendered(templates).html
        guard let line = ReportCheck.firstDifference(page, drawn) else {
          lines = []
          break
        }
        lines.append(line)
      }
      // In the language that it is not in, a page differs almost at once.
      if let line = lines.max() { differences.append(.page(line: line)) }
    }
    self.differences = differences
  }

  private static func figures(_ stated: [ReportRow], _ found: [ReportRow]) -> [Difference] {
    if stated == found { return [] }
    var rest = Dictionary(grouping: stated, by: \.name)
    var differences: [Difference] = []
    for row in found {
      let said = rest[row.name]?.first
      rest[row.name]?.removeFirst(said == nil ? 0 : 1)
      if said != row { differences.append(.figure(name: row.name, stated: said?.content, found: row.content)) }
    }
    for row in rest.values.flatMap(\.self).sorted(by: { $0.name < $1.name }) {
      differences.append(.figure(name: row.name, stated: row.content, found: nil))
    }
    if differences.isEmpty { differences.append(.figure(name: "order", stated: nil, found: nil)) }
    return differences
  }

  private static func firstDifference(_ one: String, _ other: String) -> Int? {
    let (one, other) = (
      one.utf8.split(separator: 10, omittingEmptySubsequences: false),
      other.utf8.split(separator: 10, omittingEmptySubsequences: false)
    )
    for (place, (line, wanted)) in zip(one, other).enumerated() where !line.elementsEqual(wanted) { return place + 1 }
    return one.count == other.count ? nil : min(one.count, other.count) + 1
  }
}

extension InspectionReport {
  /// The same report with as much parked as `stated` says, where that can have been: what is parked is no part of the
  /// log, and can only become less.
  fileprivate func withParked(of stated: StatedReport) -> InspectionReport {
    guard let place = figures.firstIndex(where: { $0.kind == .parked }),
      let said = stated.rows.first(where: { $0.id == IndicatorKind.parked.rawValue }), let then = said.numerator,
      let now = figures[place].numerator, then > now, then <= said.denominator,
      said.denominator - then == figures[place].denominator - now
    else { return self }
    var figures = figures
    figures[place] = Indicator(
      .parked, .all, numerator: then, denominator: said.denominator,
      value: 10_000 * Double(then) / Double(said.denominator))
    return InspectionReport(
      period: period, known: known, log: log, figures: figures, adoption: adoption, registry: registry)
  }
}
