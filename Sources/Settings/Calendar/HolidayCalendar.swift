import Dossiers

/// An iCalendar file (RFC 5545) of days that are not what their weekday says: each event is one day off, or several in
/// a row.
///
/// An event with the category `WORKING-DAY` is worked in place of another; one without a category, or with `DAY-OFF` or
/// `HOLIDAY`, is off. Whether an event is transparent says nothing: calendars that are published differ in it. A rule
/// that repeats an event is refused, as the days off are decreed year by year, and a rule would claim to know them for
/// ever. A cancelled event is no event.
enum HolidayCalendar {
  static func read(_ path: Written) -> [DaysOff.Entry] {
    guard let bytes = TextFile.bytes(of: path.text, namedAt: path.place, path.problems) else { return [] }
    let before = path.problems.errors.count
    let events = ICalendarParser(bytes, file: path.text, path.problems).events()
    if events.isEmpty, path.problems.errors.count == before {
      path.problems.error(
        Place(file: path.text), expected: "at least one event", found: "none",
        advice: "write a VEVENT for each day off, or take the file out of the calendar's 'days-off'")
    }
    return events.flatMap(days)
  }

  private static func days(of event: ICalendarEvent) -> [DaysOff.Entry] {
    guard event["STATUS"]?.value.text.uppercased() != "CANCELLED" else { return [] }
    refuseRepeats(event)
    let isWorked = isWorked(event)
    let names = names(event)
    guard let days = range(event), let names, let isWorked else { return [] }
    return days.map { day in
      DaysOff.Entry(
        date: LocalDate(day: day), day: .init(isWorked: isWorked, name: names.vi, nameEn: names.en),
        place: event.place)
    }
  }

  private static func refuseRepeats(_ event: ICalendarEvent) {
    for name in ["RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"] {
      guard let property = event[name] else { continue }
      property.value.problems.error(
        property.value.place, expected: "an event for each day", found: "\(name), which repeats one",
        advice: "write an event for each year: days off are decreed year by year")
    }
  }

  private static func isWorked(_ event: ICalendarEvent) -> Bool? {
    var isWorked: Bool?
    for property in event.all("CATEGORIES") {
      for category in property.texts {
        let word = category.split { " _-".contains($0) }.joined(separator: "-").uppercased()
        let isThisWorked: Bool
        switch word {
        case "WORKING-DAY": isThisWorked = true
        case "DAY-OFF", "HOLIDAY", "HOLIDAYS": isThisWorked = false
        default:
          property.value.refuse(
            "the category WORKING-DAY, DAY-OFF or HOLIDAY", found: "'\(category.prefix(80))'",
            advice: Nearest.advice(for: word, among: ["WORKING-DAY", "DAY-OFF", "HOLIDAY"]))
          return nil
        }
        if let isWorked, isWorked != isThisWorked {
          property.value.refuse(
            "a day that is either off or worked", found: "both", advice: "keep the category that is meant")
          return nil
        }
        isWorked = isThisWorked
      }
    }
    return isWorked ?? false
  }

  /// The summary in both languages; where there is one alone, it stands in for the other.
  private static func names(_ event: ICalendarEvent) -> (vi: String, en: String)? {
    var vietnamese: String?
    var english: String?
    for property in event.all("SUMMARY") {
      guard let text = property.words("the day's name") else { return nil }
      let language = property.parameters["LANGUAGE"]?.lowercased() ?? "vi"
      if language == "en" || language.hasPrefix("en-") { english = text } else { vietnamese = text }
    }
    guard let first = vietnamese ?? english else {
      event.missing("SUMMARY, the day's name", advice: "add a line such as SUMMARY:Quốc khánh")
      return nil
    }
    return (vietnamese ?? first, english ?? first)
  }

  /// The days of the event; its end is the first day that is no longer part of it.
  private static func range(_ event: ICalendarEvent) -> Range<Int>? {
    guard let start = event["DTSTART"] else {
      event.missing("DTSTART, the day", advice: "add a line such as DTSTART;VALUE=DATE:20260902")
      return nil
    }
    if let duration = event["DURATION"] {
      duration.value.refuse(
        "DTEND, the day after the last", found: "DURATION", advice: "write DTEND;VALUE=DATE in its place")
      return nil
    }
    guard let first = start.date() else { return nil }
    guard let end = event["DTEND"] else { return Int(first.day)..<Int(first.day) + 1 }
    guard let after = end.date() else { return nil }
    guard first < after, Int(after.day) - Int(first.day) <= longest else {
      end.value.refuse(
        "a day 1 to \(longest) days after DTSTART", found: "\(after)",
        advice: "write the day after the last one, which is not part of the event any more")
      return nil
    }
    return Int(first.day)..<Int(after.day)
  }

  /// More days than any feast has.
  private static let longest = 31
}
