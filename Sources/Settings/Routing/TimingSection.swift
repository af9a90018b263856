import Dossiers

/// When the mails of a route leave; what a route does not say it inherits.
enum TimingSection {
  static func read(_ section: Section, _ surroundings: RoutingFile.Surroundings, inheriting: Timing) -> Timing {
    var timing = inheriting
    if section.has("group-by") {
      timing.groupBy = section.list("group-by").compactMap { $0.choice(AlertLabels.Name.self) }
    }
    if let wait = section["group-wait"] { timing.groupWait = wait.unlessNone.map { $0.plainSpan() ?? .zero } ?? .zero }
    if let interval = section["group-interval"]?.plainSpan() { timing.groupInterval = interval }
    if let interval = section["repeat-interval"] { timing.repeatInterval = interval.unlessNone?.plainSpan() }
    if let hours = section["hours"]?.choice(Timing.Hours.self) { timing.hours = hours }
    if let quiet = section["quiet"] { timing.quiet = quiet.unlessNone?.quiet() }
    if section.has("quiet") || section.has("hours") { check(timing, section, surroundings.calendar) }
    return timing
  }

  /// A stretch in which no mail leaves must leave some of the opening hours in which it may.
  private static func check(_ timing: Timing, _ section: Section, _ calendar: CalendarDefinition?) {
    guard let calendar, let quiet = timing.quiet, timing.hours == .opening else { return }
    let place = section.place(of: "quiet", "hours")
    let whose =
      calendar.hours.isAwake(outside: quiet)
      ? calendar.agencyHours.keys.sorted().first { calendar.agencyHours[$0]?.isAwake(outside: quiet) == false }
        .map { "of \($0)" } : "of the state"
    guard let whose else { return }
    section.problems.error(
      place, expected: "a quiet stretch that leaves some of the opening hours",
      found: "one that covers all \(whose)", advice: "shorten it, or set 'hours: any'")
  }
}

extension Written {
  /// A stretch of the day such as `20:00-06:00`, over midnight where it ends before it begins.
  fileprivate func quiet() -> Timing.Quiet? {
    let ends = parts(by: "-")
    guard ends.count == 2 else {
      refuse("a stretch such as 20:00-06:00", advice: "write two times with a hyphen between them, or none")
      return nil
    }
    guard let from = ends[0].timeOfDay(), let until = ends[1].timeOfDay() else { return nil }
    // The end of the day is where the next one begins.
    if let quiet = Timing.Quiet(from: from, until: until % 86_400) { return quiet }
    refuse("a stretch of less than the whole day", advice: "change one of the two times")
    return nil
  }
}

extension OpeningHours {
  /// Whether some of the hours lie outside `quiet`; so it is where there are none.
  fileprivate func isAwake(outside quiet: Timing.Quiet) -> Bool {
    let stretches = weekdays.flatMap(\.self)
    let hushed =
      quiet.from < quiet.until ? [quiet.from..<quiet.until] : [quiet.from..<86_400, 0..<quiet.until]
    return stretches.isEmpty
      || stretches.contains { stretch in
        // What lies outside the hushed part begins with the stretch or where a hushed part ends.
        ([stretch.from] + hushed.map(\.upperBound)).contains { second in
          (stretch.from..<stretch.until).contains(second) && !hushed.contains { $0.contains(second) }
        }
      }
  }
}
