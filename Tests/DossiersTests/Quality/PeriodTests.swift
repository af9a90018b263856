import Dossiers
import TestSupport
import Testing

@Suite("periods of figures")
struct PeriodTests {
  @Test(
    "a month, quarter, half-year and year have their first and last day",
    arguments: [
      (Period(month: "2024-02"), "2024-02-01/2024-02-29"), (Period(quarter: "2026-Q3"), "2026-07-01/2026-09-30"),
      (Period(half: "2026-H1"), "2026-01-01/2026-06-30"), (Period(half: "2026-H2"), "2026-07-01/2026-12-31"),
      (Period(year: "2026"), "2026-01-01/2026-12-31"), (Period(day: day("2026-03-02")), "2026-03-02/2026-03-02"),
    ])
  func named(_ period: Period?, _ days: String) {
    #expect(period?.description == days)
  }

  @Test(
    "what is no period is none",
    arguments: [
      Period(month: "2026-13"), Period(month: "2026-1"), Period(month: "2026"), Period(quarter: "2026-Q5"),
      Period(quarter: "2026-3"), Period(half: "2026-H0"), Period(year: "26"),
      Period(from: day("2026-03-03"), to: day("2026-03-02")),
    ])
  func refused(_ period: Period?) {
    #expect(period == nil)
  }

  @Test("it ends with the midnight of Vietnam after its last day")
  func bounds() throws {
    let period = try #require(Period(month: "2026-10"))
    #expect(period.start == instant("2026-10-01 00:00"))
    #expect(period.end == instant("2026-11-01 00:00"))
    #expect(period.contains(day("2026-10-31")) && !period.contains(day("2026-11-01")))
  }
}
