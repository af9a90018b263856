import Dossiers

/// The days that are not what their weekday says, from tables and iCalendar files.
enum DaysOff {
  /// A day as a file has it.
  struct Entry {
    let date: LocalDate
    let day: CalendarDefinition.SpecialDay
    let place: Place
  }

  /// All days of the files that `paths` name, as seen from `folder`; a day that two files have is reported.
  static func read(_ paths: [Written], in folder: String) -> [LocalDate: CalendarDefinition.SpecialDay] {
    var found: [LocalDate: Entry] = [:]
    for path in paths {
      let file = Written(
        text: TextFile.resolve(path.text, in: folder), place: path.place, problems: path.problems)
      let isCalendar = path.text.lowercased().hasSuffix(".ics")
      for entry in isCalendar ? HolidayCalendar.read(file) : HolidayTable.read(file) {
        guard let first = found[entry.date] else {
          found[entry.date] = entry
          continue
        }
        let isSameFile = first.place.file == entry.place.file
        path.problems.error(
          entry.place, expected: isCalendar ? "each day once" : "each 'date' once",
          found: "\(entry.date) again, as in \(isSameFile ? first.place.short : first.place.full)",
          advice: "remove one")
      }
    }
    return found.mapValues(\.day)
  }
}
