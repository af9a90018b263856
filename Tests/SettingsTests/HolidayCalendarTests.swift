import Dossiers
import Foundation
import Testing

@testable import Settings

@Suite("An iCalendar file") struct HolidayCalendarTests {
  @Test("gives days off and worked days, beside the table") func reads() throws {
    let settings = try load(
      """
      BEGIN:VEVENT
      UID:1@example.org
      DTSTAMP:20270101T000000Z
      DTSTART;VALUE=DATE:20280126
      DTEND;VALUE=DATE:20280129
      SUMMARY:Tết Nguyên Đán
      SUMMARY;LANGUAGE=en:Lunar New Year
      BEGIN:VALARM
      DTSTART;VALUE=DATE:20280301
      END:VALARM
      END:VEVENT
      BEGIN:VEVENT
      DTSTART;VALUE=DATE:20280205
      SUMMARY:Làm bù
      CATEGORIES:Working day
      END:VEVENT
      BEGIN:VEVENT
      DTSTART;VALUE=DATE:20280401
      STATUS:CANCELLED
      SUMMARY:Không còn
      END:VEVENT
      """)
    let days = settings.rules.calendar.specialDays
    let feast = CalendarDefinition.SpecialDay(isWorked: false, name: "Tết Nguyên Đán", nameEn: "Lunar New Year")
    #expect(days.count == 162 + 4)
    for date in ["2028-01-26", "2028-01-27", "2028-01-28"] {
      #expect(days[try day(date)] == feast)
    }
    #expect(days[try day("2028-02-05")] == .init(isWorked: true, name: "Làm bù", nameEn: "Làm bù"))
    #expect(days[try day("2026-02-17")]?.isWorked == false)
    #expect(settings.rules.calendar.knownUntil == LocalDate("2028-12-31"))
  }

  @Test("has its long lines unfolded and its escapes resolved") func unfolds() throws {
    let settings = try load(
      "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:2028\r\n 0902\r\n"
        + "SUMMARY;LANGUAGE=\"vi\":Quốc khánh\\, ngày \r\n\tthứ nhất\\; nghỉ\\nmột ngày \\\\\r\nEND:VEVENT")
    let date = try day("2028-09-02")
    #expect(settings.rules.calendar.specialDays[date]?.name == #"Quốc khánh, ngày thứ nhất; nghỉ một ngày \"#)
  }

  @Test("may be folded within a letter, and begin with a byte order mark") func foldsBytes() {
    let problems = Problems()
    let lines = Array("\u{FEFF}BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Tế".utf8)
    // The last letter takes three bytes, of which two stay on its line.
    let folded = lines.dropLast() + Array("\r\n ".utf8) + lines.suffix(1) + Array("t\nEND:VEVENT\nEND:VCALENDAR".utf8)
    let events = ICalendarParser(Data(folded), file: "days.ics", problems).events()
    #expect(events.first?["SUMMARY"]?.text == "Tết")
    #expect(problems.errors.isEmpty)
    let broken = ICalendarParser(Data(lines.dropLast()), file: "days.ics", problems)
    #expect(broken.events().isEmpty == false)
    #expect(problems.errors.first?.description.hasPrefix("days.ics:3: error: expected a line in UTF-8") == true)
  }

  @Test("may stand alone in place of a table") func alone() throws {
    let settings = try Trial.load(replacing: [
      "calendar/dien-bien.yaml": .text("days-off: holidays.csv", by: "days-off: days.ics"),
      "calendar/days.ics": .whole(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270902\nSUMMARY:Quốc khánh\nEND:VEVENT\nEND:VCALENDAR\n"),
    ])
    #expect(settings.rules.calendar.specialDays.count == 1)
  }

  @Test(
    "that is wrong is refused with its line and what to do",
    arguments: [
      ("DTSTART;VALUE=DATE:20280902", 2, "expected SUMMARY, the day's name, found an event without it; add a line"),
      ("SUMMARY:Quốc khánh", 2, "expected DTSTART, the day, found an event without it; add a line"),
      ("DTSTART;VALUE=DATE:20280902\nSUMMARY: ", 4, "expected the day's name, found nothing; fill it in"),
      ("SUMMARY:a\nDTSTART:20280902", 4, "expected a whole day, marked as one by VALUE=DATE, found '20280902'; write"),
      ("SUMMARY:a\nDTSTART;TZID=Asia/Ho_Chi_Minh:20280902T080000", 4, "expected a whole day, marked as one by VALUE"),
      ("SUMMARY:a\nDTSTART;VALUE=DATE:20280931", 4, "expected a day as YYYYMMDD, found '20280931'; write it like DTS"),
      (
        "SUMMARY:a\nDTSTART;VALUE=DATE:20280902\nDTEND;VALUE=DATE:20280902", 5,
        "expected a day 1 to 31 days after DTSTART, found 2028-09-02; write the day after the last one"
      ),
      (
        "SUMMARY:a\nDTSTART;VALUE=DATE:20280902\nDTEND;VALUE=DATE:20290902", 5,
        "expected a day 1 to 31 days after DTSTART, found 2029-09-02"
      ),
      (
        "SUMMARY:a\nDTSTART;VALUE=DATE:20280902\nDURATION:P2D", 5,
        "expected DTEND, the day after the last, found DURATION; write DTEND"
      ),
      (
        "SUMMARY:a\nDTSTART;VALUE=DATE:20280902\nRRULE:FREQ=YEARLY", 5,
        "expected an event for each day, found RRULE, which repeats one; write an event for each year"
      ),
      (
        "SUMMARY:a\nDTSTART;VALUE=DATE:20280902\nCATEGORIES:WORKINGDAY", 5,
        "expected the category WORKING-DAY, DAY-OFF or HOLIDAY, found 'WORKINGDAY'; did you mean 'WORKING-DAY'?"
      ),
      (
        "SUMMARY:a\nDTSTART;VALUE=DATE:20280902\nCATEGORIES:DAY-OFF,WORKING-DAY", 5,
        "expected a day that is either off or worked, found both; keep the category"
      ),
      (
        "SUMMARY:a\nDTSTART;VALUE=DATE:20270902", 2,
        "expected each day once, found 2027-09-02 again, as in calendar/holidays.csv:163; remove one"
      ),
      ("SUMMARY:a\nDTSTART;VALUE=DATE:20280902\nnoise", 5, "expected a name, a colon and a value, found 'noise'"),
    ])
  func refuses(_ lines: String, _ line: Int, _ says: String) throws {
    let problems = try problems("BEGIN:VEVENT\n" + lines + "\nEND:VEVENT")
    #expect(problems.count == 1)
    #expect(problems.first?.hasPrefix("calendar/days.ics:\(line): error: \(says)") == true, "\(problems)")
  }

  @Test(
    "that is cut off, or none, is refused",
    arguments: [
      ("", "calendar/days.ics:1: error: expected BEGIN:VCALENDAR, found an empty file"),
      ("date,kind\n", "calendar/days.ics:1: error: expected BEGIN:VCALENDAR, found 'date,kind'"),
      ("BEGIN:VCALENDAR\nEND:VCALENDAR\n", "calendar/days.ics: error: expected at least one event, found none; write"),
      (
        "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\n",
        "calendar/days.ics:2: error: expected END:VTIMEZONE, found the end of the file; close"
      ),
      (
        "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nEND:VCALENDAR\n",
        "calendar/days.ics:3: error: expected the end of what began last, found 'END:VCALENDAR'; give"
      ),
    ])
  func cutOff(_ text: String, _ says: String) throws {
    let problems = try Trial.problems([
      "calendar/dien-bien.yaml": .text("days-off: holidays.csv", by: "days-off: [holidays.csv, days.ics]"),
      "calendar/days.ics": .whole(text),
    ])
    #expect(problems.count == 1 && problems[0].hasPrefix(says), "\(problems)")
  }

  @Test("is missed where it is named and not there") func missing() throws {
    let problems = try Trial.problems([
      "calendar/dien-bien.yaml": .text("days-off: holidays.csv", by: "days-off: [holidays.csv, days.ics]")
    ])
    #expect(problems.count == 1 && problems[0].contains("found none at calendar/days.ics"))
    let none = try Trial.problems([
      "calendar/dien-bien.yaml": .text("days-off: holidays.csv", by: "days-off: []")
    ])
    #expect(none.contains { $0.contains("'days-off', the table of days off") })
  }

  private static let list = Trial.Change.text("days-off: holidays.csv", by: "days-off: [holidays.csv, days.ics]")

  private static func file(_ events: String) -> [String: Trial.Change] {
    [
      "calendar/dien-bien.yaml": list,
      "calendar/days.ics": .whole("BEGIN:VCALENDAR\n" + events + "\nEND:VCALENDAR\n"),
    ]
  }

  private func day(_ text: String) throws -> LocalDate { try #require(LocalDate(text)) }

  private func load(_ events: String) throws -> Settings { try Trial.load(replacing: Self.file(events)) }

  private func problems(_ events: String) throws -> [String] { try Trial.problems(Self.file(events)) }
}
