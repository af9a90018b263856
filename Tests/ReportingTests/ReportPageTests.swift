import Dossiers
import Foundation
import Mail
import Store
import TestSupport
import Testing

@testable import Reporting

@Suite("the page of a report")
struct ReportPageTests {
  private static let templates = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "config/templates")

  /// Every kind of figure of an agency, and of an office, each with a value that no other has.
  private static let many: [Indicator] = {
    let ofAgency: [IndicatorKind] = [
      .score, .within, .earlier, .onLastDay, .later, .overdue, .median, .p90, .medianDelay, .meanDelay,
    ]
    let ofOffice: [IndicatorKind] = [.silentDays, .unscannedAcceptances, .differingLists]
    let subjects: [(Indicator.Subject, [IndicatorKind])] = [
      (.agency(code("H18.101")), ofAgency), (.office(code("381100")), ofOffice),
    ]
    return subjects.flatMap { subject, kinds in kinds.map { (subject, $0) } }.enumerated().map { place, figure in
      let isShare = ![.median, .p90, .medianDelay].contains(figure.1)
      return Indicator(
        figure.1, figure.0, numerator: isShare ? 701 + place : nil, denominator: 901 + place,
        value: 11.25 + Double(place))
    }
  }()

  private static func page(_ figures: [Indicator], _ language: ReportLanguage) throws -> String {
    let report = InspectionReport(
      period: Period(day: day("2026-03-02")), known: instant("2026-03-03 08:00"),
      log: LogState(last: 9, events: 8, versions: 3, digest: "d"), figures: figures, adoption: [],
      registry: SampleRules.registry)
    let page = try ReportPage(report, language).rendered(MailTemplates(directory: templates.path)).html
    // The statement for programs is no table for people.
    return String(page.prefix(upTo: page.range(of: "<script")?.lowerBound ?? page.endIndex))
  }

  @Test(
    "it shows every figure by agency and by office that the table and the JSON hold", arguments: ReportLanguage.allCases
  )
  func same(language: ReportLanguage) throws {
    let page = try Self.page(Self.many, language)
    for figure in Self.many {
      let value = figure.value.map { language.number($0) } ?? ""
      let counted = figure.numerator.map { language.number($0) + " / " } ?? ""
      let ratio = counted + language.number(figure.denominator)
      #expect(
        page.contains(">\(value)") || page.contains("(\(value)") || (!counted.isEmpty && page.contains(ratio)),
        "\(figure.kind.rawValue) \(figure.subject.kind)")
    }
    #expect(!page.contains("{{"))
  }

  @Test("in English it names parts, parties and ways, and has no code in their place")
  func names() throws {
    let subjects =
      Outcome.Part.allCases.map { Indicator.Subject.part($0) } + Outcome.Party.allCases.map { .party($0) }
      + RouteClass.allCases.map { .route($0) }
    let figures = subjects.map { Indicator(.within, $0, numerator: 3, denominator: 4, value: 75) }
    let english = try Self.page(figures, .en)
    #expect(english.contains("<td>Within a district</td>") && english.contains("<td>The post</td>"))
    for subject in subjects { #expect(!english.contains("<td>\(subject.code ?? "")</td>"), "\(subject)") }
    #expect(try Self.page(figures, .vi).contains("<td>Trong huyện</td>"))
  }
}
