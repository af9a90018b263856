import Dossiers
import Testing

@testable import Reporting

@Suite("reported periods")
struct ReportedPeriodTests {
  @Test(
    "a period is called as people call it, and late from the day that the law names",
    arguments: [
      ("2020-09-01", "2020-09-30", "2020-09", "tháng 9 năm 2020", nil),
      ("2020-07-01", "2020-09-30", "2020-Q3", "quý III năm 2020", "2020-10-10"),
      ("2020-10-01", "2020-12-31", "2020-Q4", "quý IV năm 2020", "2021-01-10"),
      ("2020-01-01", "2020-06-30", "2020-H1", "6 tháng đầu năm 2020", "2020-07-10"),
      ("2020-07-01", "2020-12-31", "2020-H2", "6 tháng cuối năm 2020", nil),
      ("2020-01-01", "2020-12-31", "2020", "năm 2020", "2021-01-10"),
      ("2020-02-03", "2020-02-05", "2020-02-03_2020-02-05", "03/02/2020 – 05/02/2020", nil),
    ] as [(String, String, String, String, String?)])
  func named(_ from: String, _ to: String, _ file: String, _ name: String, _ late: String?) throws {
    let period = try #require(LocalDate(from).flatMap { from in LocalDate(to).flatMap { Period(from: from, to: $0) } })
    let reported = ReportedPeriod(period)
    #expect(reported.fileName == file)
    #expect(reported.name(.vi) == name)
    #expect(reported.late == late.flatMap { LocalDate($0) })
  }

  @Test("a month lies in a quarter, a half-year and a year, of which the law wants reports but for the second half")
  func law() throws {
    let may = ReportedPeriod(try #require(Period(month: "2020-05")))
    #expect(may.reported.map(\.fileName) == ["2020-Q2", "2020-H1", "2020"])
    let november = ReportedPeriod(try #require(Period(month: "2020-11")))
    #expect(november.reported.map(\.fileName) == ["2020-Q4", "2020"])
  }

  @Test("numbers are written as their readers write them")
  func numbers() {
    #expect(ReportLanguage.vi.number(1234.567) == "1.234,57")
    #expect(ReportLanguage.en.number(1234.567) == "1,234.57")
    #expect(ReportLanguage.vi.number(0.05) == "0,05")
    #expect(ReportLanguage.en.number(999.999, places: 1) == "1,000.0")
    #expect(ReportLanguage.vi.number(-1.5) == "−1,50")
    #expect(ReportLanguage.vi.number(1_000_000) == "1.000.000")
  }

  @Test("what ended before a day is its last month, and what of the law's periods ended with it")
  func ended() throws {
    func names(_ day: String) throws -> [String] {
      ReportedPeriod.ended(before: try #require(LocalDate(day))).map { ReportedPeriod($0).fileName }
    }
    #expect(try names("2026-11-05") == ["2026-10"])
    #expect(try names("2026-10-05") == ["2026-09", "2026-Q3"])
    #expect(try names("2026-07-31") == ["2026-06", "2026-Q2", "2026-H1"])
    #expect(try names("2026-01-01") == ["2025-12", "2025-Q4", "2025"])
  }
}
