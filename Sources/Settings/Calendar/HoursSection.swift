import Dossiers

/// Opening hours: lists of stretches under weekdays or ranges of them, such as `monday-friday: [07:30-11:30]`.
enum HoursSection {
  private static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

  static func read(_ section: Section) -> OpeningHours {
    var days = Array(repeating: [OpeningHours.Stretch](), count: 7)
    var seen: Set<Int> = []
    for key in section.keys {
      let stretches = HoursSection.stretches(section.list(key.text))
      guard let range = range(key) else { continue }
      for day in range {
        if !seen.insert(day).inserted {
          key.refuse("each weekday once", found: "\(weekdays[day]) again", advice: "remove it from one of the lines")
        }
        days[day] = stretches
      }
    }
    if section.keys.isEmpty {
      section.problems.error(
        section.place, expected: "hours under weekdays, such as 'monday-friday: [07:30-11:30, 13:30-17:00]'",
        found: "none", advice: "add them")
    }
    return OpeningHours(weekdays: days)
  }

  private static func range(_ key: Written) -> ClosedRange<Int>? {
    let ends = key.text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    let found = ends.compactMap(weekdays.firstIndex)
    if found.count == ends.count, let first = found.first, let last = found.last, ends.count <= 2, first <= last {
      return first...last
    }
    key.refuse(
      "a weekday, or a range of them from monday to sunday",
      advice: ends.count == 1 ? Nearest.advice(for: key.text, among: weekdays) : "write it like monday-friday")
    return nil
  }

  private static func stretches(_ items: [Written]) -> [OpeningHours.Stretch] {
    var result: [OpeningHours.Stretch] = []
    for item in items {
      let ends = item.parts(by: "-")
      guard ends.count == 2 else {
        item.refuse("a stretch such as 07:30-11:30", advice: "write two times with a hyphen between them")
        continue
      }
      guard let from = ends[0].timeOfDay(), let until = ends[1].timeOfDay() else { continue }
      guard let stretch = OpeningHours.Stretch(from: from, until: until) else {
        item.refuse("an opening before the closing", advice: "exchange the two times, or part them at midnight")
        continue
      }
      if result.contains(where: { $0.from < until && from < $0.until }) {
        item.refuse("stretches that do not overlap", advice: "join it with the other one")
      }
      result.append(stretch)
    }
    return result
  }
}
