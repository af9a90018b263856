import Dossiers

/// The calendar: the state's hours, the hours of agencies that keep others, and the days off.
enum CalendarFile {
  /// The calendar at `path`, or nil once it is reported why there is none.
  ///
  /// A calendar that ends within `horizonDays` of `today` is warned of.
  static func read(_ path: Written, codes: KnownCodes, today: LocalDate, horizonDays: Int) -> CalendarDefinition? {
    guard let root = YAMLFile.read(path.text, namedAt: path.place, path.problems) else { return nil }
    let section = Section(root, path.problems)
    defer { section.finish() }
    let hours =
      section.requiredSection("hours", "the state's opening hours", HoursSection.read)
      ?? OpeningHours(weekdays: [])
    let others = section.section("agencies") { agencyHours($0, codes) }
    let tables = section.oneOrMore("days-off", "the table of days off")
    let special = DaysOff.read(tables, in: TextFile.folder(of: path.text))
    let estimated = estimatedYears(section, special)
    let calendar = CalendarDefinition(
      hours: hours, agencyHours: others, specialDays: special, estimatedYears: estimated)
    warnOfGaps(special, tables.last)
    warnOfHorizon(calendar, horizonDays, today, tables.last)
    return calendar
  }

  private static func agencyHours(_ section: Section, _ codes: KnownCodes) -> [AgencyCode: OpeningHours] {
    var result: [AgencyCode: OpeningHours] = [:]
    for key in section.keys {
      let hours = section.section(key.text, HoursSection.read)
      if let code = key.agency(among: codes) { result[code] = hours }
    }
    return result
  }

  private static func warnOfGaps(_ days: [LocalDate: CalendarDefinition.SpecialDay], _ table: Written?) {
    let years = Set(days.keys.map(\.components.year))
    guard let table, let first = years.min(), let last = years.max() else { return }
    for year in first...last where !years.contains(year) {
      table.problems.warn(
        table.place, "there are no days off in \(year)", advice: "enter them, or its terms are counted too short")
    }
  }

  /// The years that are marked as an estimate, each with a warning.
  private static func estimatedYears(
    _ section: Section, _ days: [LocalDate: CalendarDefinition.SpecialDay]
  ) -> [Int] {
    let years = Set(days.keys.map(\.components.year))
    return section.list("estimated-years").compactMap { item in
      guard let year = item.integer(1...9999) else { return nil }
      // Where the table itself could not be read, its own mistake is enough.
      if years.contains(year) || years.isEmpty {
        item.problems.warn(
          item.place, "the days off of \(year) are an estimate",
          advice: "enter the decreed ones when they are published, then remove the year here; until then due dates "
            + "from \(year) on are provisional")
      } else {
        item.refuse("a year with days off in the table", advice: "remove it here or enter its days")
      }
      return year
    }
  }

  private static func warnOfHorizon(_ calendar: CalendarDefinition, _ days: Int, _ today: LocalDate, _ table: Written?)
  {
    guard days > 0, let table, let end = calendar.knownUntil, end < today.adding(days) else { return }
    table.problems.warn(
      table.place, "days off are known until \(end) only, and today is \(today)",
      advice: "enter the next year's, or terms that cross its beginning are counted wrong; due dates behind it are "
        + "provisional")
  }
}
