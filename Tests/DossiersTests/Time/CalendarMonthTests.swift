import Dossiers
import TestSupport
import Testing

struct CalendarMonthTests {
  @Test("a month is read, written, and has its days", arguments: ["2020-02", "2026-12", "0000-01", "9999-12"])
  func days(_ text: String) throws {
    let month = try #require(CalendarMonth(text))
    #expect(month.description == text && CalendarMonth(month.first) == month && CalendarMonth(month.last) == month)
    #expect(month.first.components.day == 1)
    #expect(text == "9999-12" || CalendarMonth(month.last.adding(1)) > month)
  }

  @Test("what is no month is none", arguments: ["2020-13", "2020-00", "2020", "20-01", "2020-1", "2020-01-01", ""])
  func refused(_ text: String) {
    #expect(CalendarMonth(text) == nil)
  }

  @Test("months follow each other over a year's end")
  func months() throws {
    let (first, last) = (try #require(CalendarMonth("2025-11")), try #require(CalendarMonth("2026-02")))
    #expect(
      CalendarMonth.months(from: first, through: last).map(\.description)
        == ["2025-11", "2025-12", "2026-01", "2026-02"])
    #expect(CalendarMonth.months(from: last, through: first).isEmpty)
    #expect(last.before(3) == first && CalendarMonth(day("0000-03-01")).before(9).description == "0000-01")
  }

  @Test("a dossier's code says the month of its receipt, or none")
  func ofDossier() {
    #expect((code("H18.101-260302-0001") as DossierCode).month?.description == "2026-03")
    #expect((code("000.00.18.H18-200928-000012") as DossierCode).month?.description == "2020-09")
    #expect((code("H18.101-261302-0001") as DossierCode).month == nil)
  }
}
