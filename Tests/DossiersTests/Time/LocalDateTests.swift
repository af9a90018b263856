import Dossiers
import Testing

@Suite("Days")
struct LocalDateTests {
  @Test("every day from 1900 to 2100 follows the one before, and is read as it is written")
  func everyDay() throws {
    var expected = try #require(LocalDate(year: 1900, month: 1, day: 1))
    #expect(expected.weekday == 0)
    var weekday = 0
    for year in 1900...2100 {
      for month in 1...12 {
        for day in 1...31 {
          guard let date = LocalDate(year: year, month: month, day: day) else {
            #expect(day > 28)
            continue
          }
          #expect(date == expected && date.weekday == weekday)
          #expect(date.components == (year, month, day))
          #expect(LocalDate(date.description) == date)
          #expect(LocalDate(date.start) == date && LocalDate(date.end) == date.adding(1))
          (expected, weekday) = (date.adding(1), (weekday + 1) % 7)
        }
      }
    }
    #expect(expected.description == "2101-01-01")
  }

  @Test("a day in Vietnam begins at 17:00 UTC")
  func midnight() throws {
    let day = try #require(LocalDate("2026-03-02"))
    #expect(day.start == Instant(rfc3339: "2026-03-01T17:00:00Z"))
    #expect(try LocalDate(#require(Instant(rfc3339: "2026-03-01T16:59:59.999999Z"))) == day.adding(-1))
  }

  @Test(
    "what is no day is none",
    arguments: [
      "", "2026-02-29", "1900-02-29", "2100-02-29", "2026-04-31", "2026-00-01", "2026-13-01", "2026-01-00", "2026-1-01",
      "2026-01-1", "2026/01/01", "20260101", "2026-01-01 ", " 2026-01-01", "+026-01-01", "2026-01-0x", "２026-01-01",
    ])
  func none(text: String) {
    #expect(LocalDate(text) == nil)
  }

  @Test("days stay within the years 0000 to 9999")
  func bounds() {
    #expect(LocalDate(day: .min).description == "0000-01-01")
    #expect(LocalDate(day: .max).description == "9999-12-31")
    #expect(LocalDate(day: .max).adding(.max).description == "9999-12-31")
  }
}
