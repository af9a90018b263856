import Dossiers
public import Mail
import Store

/// A report as a page that prints on A4, and as the words of a mail that carries it.
public struct ReportPage {
  /// The template's name.
  public static let template = "report"

  let report: InspectionReport
  let language: ReportLanguage
  let hasPDF: Bool

  /// `report` in `language`; `hasPDF` tells whether the page goes with its mail as a PDF file too.
  public init(_ report: InspectionReport, _ language: ReportLanguage, hasPDF: Bool = false) {
    self.hasPDF = hasPDF
    self.report = report
    self.language = language
  }

  /// The page, whole in one file.
  /// - Throws: `MailError.template` where there is no such template.
  public func rendered(_ templates: MailTemplates) throws(MailError) -> RenderedMail {
    try templates.render(ReportPage.template, values)
  }

  private var values: [String: TemplateValue] {
    let named = ReportedPeriod(report.period)
    let charts = ReportCharts(report, language)
    return [
      "language": .text(language.rawValue), "vi": .flag(language == .vi), "en": .flag(language == .en),
      "period": .text(named.name(language)), "from": .text(language.day(report.period.first)),
      "to": .text(language.day(report.period.last)), "known": .text(language.moment(report.known)),
      "is_open": .flag(report.known < report.period.end), "has_pdf": .flag(hasPDF),
      "heads": .list(report.figures.filter(ReportPage.isHead).map(head)),
      "terms": .list(
        named.reported.map { term in
          [
            "name": .text(term.name(language)), "late": .text(term.late.map(language.day) ?? ""),
            "is_this": .flag(term == named),
          ]
        }), "words": .list(IndicatorKind.Word.allCases.map(word)), "agencies": .list(many("agency", agency)),
      "offices": .list(many("office", office)), "adoption": .list(report.adoption.map(adoption)),
      "chart_parts": .markup(charts.parts), "chart_routes": .markup(charts.routes),
      "chart_agencies": .markup(charts.agencies), "log_last": .text(language.number(Int(report.log.last))),
      "log_events": .text(language.number(report.log.events)),
      "log_versions": .text(language.number(report.log.versions)), "log_digest": .text(report.log.digest),
      "data": .markup(ReportPage.embedded(StatedReport(report))),
    ]
  }

  /// JSON within a script's element: without `<`, nothing in it can end that.
  private static func embedded(_ report: StatedReport) -> String {
    let json = (try? report.json()).map { String(decoding: $0, as: UTF8.self) } ?? ""
    return json.split(separator: "<", omittingEmptySubsequences: false).joined(separator: "\\u003c")
  }

  private func word(_ word: IndicatorKind.Word) -> TemplateValue {
    let rows = report.figures.filter { $0.kind.word == word && !["agency", "office"].contains($0.subject.kind) }
    return [
      "word": .text(language(word.vietnamese, word.english)),
      "rows": .list(
        rows.enumerated().map { place, figure in
          let isFirst = place == 0 || rows[place - 1].kind != figure.kind
          return [
            "name": .text(language(figure.kind.vietnamese, figure.kind.english)), "is_first": .flag(isFirst),
            "subject": .text(language(figure.subject.vietnamese, figure.subject.english)),
            "numerator": .text(figure.numerator.map(language.number) ?? ""),
            "denominator": .text(language.number(figure.denominator)), "value": .text(value(figure)),
          ]
        }),
    ]
  }

  /// Whether a figure stands in the mail itself: whether each part of the way was in time, and what was lost or damaged.
  private static func isHead(_ figure: Indicator) -> Bool {
    switch figure.kind {
    case .lost, .damaged: true
    case .within: figure.subject.kind == "part"
    default: false
    }
  }

  private func head(_ figure: Indicator) -> TemplateValue {
    let subject = figure.subject == .all ? "" : language(figure.subject.vietnamese, figure.subject.english) + ", "
    let name = language(figure.kind.vietnamese, figure.kind.english)
    return .table([
      "name": .text(subject.isEmpty ? name : subject + name.prefix(1).lowercased() + name.dropFirst()),
      "value": .text(value(figure)), "base": .text(share(figure)),
    ])
  }

  private func value(_ figure: Indicator?) -> String {
    guard let figure, let value = figure.value else { return "–" }
    let (number, unit) = (language.number(value), figure.kind.unit)
    return language(unit.vietnamese(number), unit.english(number))
  }

  /// The same where the head of its column names the unit.
  private func number(_ figure: Indicator?) -> String { figure?.value.map { language.number($0) } ?? "–" }

  /// A row for each of one kind of subject, made of its figures.
  private func many(
    _ subject: String, _ row: (String, [IndicatorKind: Indicator]) -> [String: TemplateValue]
  ) -> [TemplateValue] {
    var codes: [String] = []
    var figures: [String: [IndicatorKind: Indicator]] = [:]
    for figure in report.figures where figure.subject.kind == subject {
      guard let code = figure.subject.code else { continue }
      if figures[code] == nil { codes.append(code) }
      figures[code, default: [:]][figure.kind] = figure
    }
    return codes.sorted().map { code in
      var row = row(code, figures[code] ?? [:])
      row["code"] = .text(code)
      return .table(row)
    }
  }

  private func agency(_ code: String, _ figures: [IndicatorKind: Indicator]) -> [String: TemplateValue] {
    [
      "name": .text(AgencyCode(code).flatMap { report.registry.agencies[$0]?.name } ?? ""),
      "judged": .text(language.number(figures[.within]?.denominator ?? 0)),
      "score": .text(number(figures[.score])),
      "within": .text(value(figures[.within])), "earlier": .text(count(figures[.earlier])),
      "on_last_day": .text(count(figures[.onLastDay])), "later": .text(count(figures[.later])),
      "overdue": .text(share(figures[.overdue])), "median": .text(number(figures[.median])),
      "p90": .text(number(figures[.p90])), "median_delay": .text(number(figures[.medianDelay])),
      "mean_delay": .text(number(figures[.meanDelay])),
    ]
  }

  private func office(_ code: String, _ figures: [IndicatorKind: Indicator]) -> [String: TemplateValue] {
    [
      "name": .text(OfficeCode(code).flatMap { report.registry.offices[$0]?.name } ?? ""),
      "silent": .text(share(figures[.silentDays])), "unscanned": .text(share(figures[.unscannedAcceptances])),
      "differing": .text(share(figures[.differingLists])),
    ]
  }

  /// What was counted, with its share.
  private func count(_ figure: Indicator?) -> String {
    guard let figure, let numerator = figure.numerator else { return "–" }
    return "\(language.number(numerator)) (\(value(figure)))"
  }

  private func share(_ figure: Indicator?) -> String {
    guard let figure, let numerator = figure.numerator else { return "–" }
    return "\(language.number(numerator)) / \(language.number(figure.denominator))"
  }

  private func adoption(_ line: AdoptionLine) -> TemplateValue {
    let share = Share(line.served, of: line.counted)
    return [
      "level": .text(line.level.name(language)),
      "counted": .text(language.number(line.counted)), "served": .text(language.number(line.served)),
      "share": .text(share.map { language($0.vietnamese, $0.english) } ?? "–"),
      "needed": .text(line.needed.map(language.number) ?? "–"),
      "missing": .text(line.needed.map { language.number(max(0, $0 - line.served)) } ?? "–"),
    ]
  }
}
