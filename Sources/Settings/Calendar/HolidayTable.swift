import Dossiers

/// The table of days that are not what their weekday says.
enum HolidayTable {
  private enum Kind: String, CaseIterable {
    case dayOff = "day-off"
    case workingDay = "working-day"
  }

  static func read(_ path: Written) -> [DaysOff.Entry] {
    let table = Table(
      path.text, columns: ["date", "kind", "name", "name_en"], namedAt: path.place, path.problems)
    return table.rows.compactMap { row in
      let date = row["date"].date()
      let kind = row["kind"].choice(Kind.self)
      let name = row["name"].words("the day's name in Vietnamese")
      let english = row["name_en"].words("the day's name in English")
      guard let date, let kind, let name, let english else { return nil }
      return DaysOff.Entry(
        date: date, day: .init(isWorked: kind == .workingDay, name: name, nameEn: english), place: row["date"].place)
    }
  }
}
