import Dossiers
import Foundation
import Mail
import Store
import Testing

@testable import Reporting

@Suite("what a report states")
struct StatedReportTests {
  private static let report = StatedReport(
    period: Period(day: LocalDate(day: 20_000)), known: Instant(microseconds: 1_700_000_000_000_000),
    log: LogState(last: 9, events: 8, versions: 3, digest: String(repeating: "a", count: 64)),
    rows: [
      ReportRow(
        id: "lost", word: "safe", subject: "all", code: nil, unit: "per-10000", numerator: 1, denominator: 3,
        value: 10_000.0 / 3),
      ReportRow(
        id: "median", word: "timely", subject: "part", code: "return", unit: "hours", numerator: nil, denominator: 0,
        value: nil),
    ])

  @Test("it comes back from a table and from JSON as it went in, to the last digit")
  func roundTrip() throws {
    #expect(ReportFile(Data(Self.report.csv()))?.stated == Self.report)
    #expect(ReportFile(try Self.report.json())?.stated == Self.report)
  }

  @Test("a table whose rows state different logs is no report, and neither is one with a cell too many")
  func mixed() throws {
    let text = String(decoding: Self.report.csv(), as: UTF8.self)
    let end = try #require(text.range(of: "aaaa,median"))
    #expect(ReportFile(Data(text.replacingCharacters(in: end, with: "aaab,median").utf8)) == nil)
    #expect(ReportFile(Data(text.replacingOccurrences(of: "median", with: "median,").utf8)) == nil)
    #expect(ReportFile(Data("".utf8)) == nil)
    #expect(ReportFile(Data([0xFF])) == nil)
  }

  @Test("labels of a drawing are escaped")
  func drawing() {
    let chart = BarChart(
      title: "<a>", legend: [], bars: [BarChart.Bar(label: "<script>", note: "\"&", shares: [0.25, 0.5])])
    #expect(chart.svg.contains("&lt;script&gt;") && !chart.svg.contains("<script") && !chart.svg.contains("<a>"))
    #expect(chart.svg.contains("x=\"160.0\" y=\"18\" width=\"320.0\""))
    #expect(BarChart(title: "", legend: [], bars: []).svg.isEmpty)
  }
}
